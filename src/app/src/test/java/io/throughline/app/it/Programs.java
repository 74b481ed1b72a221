package io.throughline.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Programs of this repository that are not Java, run from its root. */
final class Programs {
    static final Path ROOT = Path.of(System.getProperty("throughline.root"));

    private Programs() {}

    /** Runs it for at most five minutes; what it says goes to {@code log}. */
    static int run(Path log, String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES))
                .as(String.join(" ", command))
                .isTrue();
        return process.exitValue();
    }
}
