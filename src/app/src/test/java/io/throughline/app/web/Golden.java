package io.throughline.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares with a file of {@code src/test/resources/golden}. {@code -Dthroughline.golden=rewrite} writes the files anew;
 * the difference is then reviewed like any other.
 */
public final class Golden {
    private Golden() {}

    public static void check(String file, String actual) {
        Path golden = Path.of("src/test/resources/golden", file);
        try {
            if ("rewrite".equals(System.getProperty("throughline.golden"))) {
                Files.createDirectories(golden.getParent());
                Files.writeString(golden, actual);
            }
            assertThat(actual).as(golden.toString()).isEqualTo(Files.readString(golden));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
