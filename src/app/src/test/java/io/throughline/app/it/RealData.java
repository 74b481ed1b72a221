package io.throughline.app.it;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Exports of real Jira instances, where a machine has them: {@code THROUGHLINE_DATA} names their folder. */
final class RealData {

    private RealData() {}

    static Path file(String name) {
        String folder = System.getenv("THROUGHLINE_DATA");
        Assumptions.assumeTrue(
                folder != null && Files.exists(Path.of(folder, name)),
                "SKIPPED: no real Jira data on this machine (THROUGHLINE_DATA/" + name + ")");
        return Path.of(folder, name);
    }
}
