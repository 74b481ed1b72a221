package io.throughline.host.jira.importer;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** A file with a line for every issue that an import leaves out; there is none when nothing was left out. */
final class Refusals implements Consumer<String>, Closeable {
    private final Path file;
    private Writer writer;

    /** @param file null to keep nothing */
    Refusals(Path file) {
        this.file = file;
    }

    @Override
    public void accept(String line) {
        if (file == null) {
            return;
        }
        try {
            if (writer == null) {
                writer = Files.newBufferedWriter(file);
            }
            writer.write(line + "\n");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Empty when nothing was left out. */
    Optional<Path> file() {
        return Optional.ofNullable(writer).map(written -> file);
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
