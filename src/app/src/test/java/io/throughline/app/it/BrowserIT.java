package io.throughline.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jira and Confluence end to end in headless Chromium: {@code frontend/e2e/thread.mjs} drives, this starts and judges. */
class BrowserIT {

    private static final Path ROOT = Path.of(System.getProperty("throughline.root"));

    @TempDir
    Path folder;

    @Test
    void theThreadHoldsInARealBrowser() throws Exception {
        Path sample = folder.resolve("sample");
        assertThat(run(folder.resolve("sample.log"), "node", "docs/sample/company.mjs", sample.toString()))
                .isZero();
        try (Products products = Products.both(
                folder.resolve("data"),
                "--import",
                sample.resolve("company.json").toString(),
                "--seed",
                sample.resolve("seed.json").toString())) {
            products.awaitSeed();
            Path log = folder.resolve("browser.log");
            int exit = run(
                    log,
                    "node",
                    "frontend/e2e/thread.mjs",
                    products.jiraUrl(),
                    products.confluenceUrl(),
                    ROOT.resolve("src/app/target/screenshots").toString());
            String said = Files.readString(log);
            System.out.println(said);
            assertThat(exit).as(said).isZero();
        }
    }

    private static int run(Path log, String... command) throws Exception {
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
