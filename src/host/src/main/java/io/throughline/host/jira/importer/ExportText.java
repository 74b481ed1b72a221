package io.throughline.host.jira.importer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/**
 * The encoding of a JSON file. JSON is UTF-8; what was saved by hand on the way may be UTF-16 or Windows-1252, and one bad byte in a
 * long file of UTF-8 must not make gibberish of all its other letters.
 */
final class ExportText {
    static final Charset WINDOWS = Charset.forName("windows-1252");

    private ExportText() {}

    static Charset charset(Path file) throws IOException {
        try (InputStream in = ExportFile.open(file, bytes -> {})) {
            byte[] start = in.readNBytes(4);
            Charset wide = wide(start);
            return wide != null ? wide : narrow(in, start);
        }
    }

    /** UTF-16 by its mark, or because the brace at the start has a zero beside it. */
    static Charset wide(byte[] start) {
        if (start.length < 2) {
            return null;
        }
        int first = start[0] & 0xFF;
        int second = start[1] & 0xFF;
        if (first == 0xFF && second == 0xFE || second == 0 && first != 0) {
            return StandardCharsets.UTF_16LE;
        }
        return first == 0xFE && second == 0xFF || first == 0 && second != 0 ? StandardCharsets.UTF_16BE : null;
    }

    private static Charset narrow(InputStream in, byte[] start) throws IOException {
        Utf8Watch watch = new Utf8Watch();
        watch.see(start, start.length);
        byte[] buffer = new byte[1 << 16];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            watch.see(buffer, count);
        }
        return watch.isUtf8() ? StandardCharsets.UTF_8 : WINDOWS;
    }

    static Reader open(Path file, Charset charset, LongConsumer bytesRead) throws IOException {
        return decoded(ExportFile.open(file, bytesRead), charset);
    }

    /** Without a byte-order mark. */
    static Reader decoded(InputStream bytes, Charset charset) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(bytes, charset), 1 << 16);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    /** Counts the letters beyond ASCII that are proper UTF-8, and the bytes that are not. */
    private static final class Utf8Watch {
        private long letters;
        private long strays;
        private int expected;

        void see(byte[] bytes, int count) {
            for (int at = 0; at < count; at++) {
                int each = bytes[at] & 0xFF;
                boolean isContinuation = (each & 0xC0) == 0x80;
                if (expected > 0 && isContinuation) {
                    expected--;
                    letters += expected == 0 ? 1 : 0;
                } else {
                    strays += expected > 0 || isContinuation || each >= 0xF5 ? 1 : 0;
                    expected = each >= 0xF5 || each < 0xC0 ? 0 : each < 0xE0 ? 1 : each < 0xF0 ? 2 : 3;
                }
            }
        }

        boolean isUtf8() {
            return strays == 0 || letters > strays;
        }
    }
}
