package io.throughline.app.exchange;

import io.throughline.app.edit.Refused;
import io.throughline.app.store.Hashes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * A document that came in lies in a file while it is looked at: it is read twice, and may be larger than what one call
 * should hold in memory.
 */
final class DocumentFile {
    private static final int CHUNK = 1 << 16;

    /** 1 GiB on disk: a million values and more. What packs better than that is no strategy. */
    private static final long UNPACKED = 1L << 30;

    private DocumentFile() {}

    /** @param most bytes that may come in; unpacked it may be {@value #UNPACKED} */
    static Document read(InputStream from, long most, List<ExtraSection> extras, boolean whole) throws IOException {
        Path file = Files.createTempFile("throughline-import", ".json");
        boolean kept = false;
        try {
            String digest = copy(Unpacked.of(from, most), file);
            Document document = new DocumentReader(file, extras).read(whole, digest);
            kept = true;
            return document;
        } finally {
            if (!kept) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** @return the hash of what was copied */
    private static String copy(InputStream from, Path file) throws IOException {
        MessageDigest digest = Hashes.sha256();
        byte[] chunk = new byte[CHUNK];
        long copied = 0;
        try (OutputStream to = Files.newOutputStream(file)) {
            for (int read = from.read(chunk); read >= 0; read = from.read(chunk)) {
                copied += read;
                if (copied > UNPACKED) {
                    throw Refused.of(Refused.Kind.TOO_LARGE, "TOO_LARGE").with("limit", UNPACKED);
                }
                to.write(chunk, 0, read);
                digest.update(chunk, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
