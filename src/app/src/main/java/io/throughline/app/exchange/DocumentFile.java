package io.throughline.app.exchange;

import io.throughline.app.edit.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A document that came in lies in a file while it is looked at: it is read twice, and may be larger than what one call
 * should hold in memory.
 */
final class DocumentFile {
    private static final int CHUNK = 1 << 16;

    private DocumentFile() {}

    static Document read(InputStream from, long most, List<ExtraSection> extras, boolean whole) throws IOException {
        Path file = Files.createTempFile("throughline-import", ".json");
        boolean kept = false;
        try {
            copy(from, file, most);
            Document document = new DocumentReader(file, extras).read(whole);
            kept = true;
            return document;
        } finally {
            if (!kept) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void copy(InputStream from, Path file, long most) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long copied = 0;
        try (OutputStream to = Files.newOutputStream(file)) {
            for (int read = from.read(chunk); read >= 0; read = from.read(chunk)) {
                copied += read;
                if (copied > most) {
                    throw Refused.of(Refused.Kind.TOO_LARGE, "TOO_LARGE").with("limit", most);
                }
                to.write(chunk, 0, read);
            }
        }
    }
}
