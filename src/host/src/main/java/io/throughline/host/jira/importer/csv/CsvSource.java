package io.throughline.host.jira.importer.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a file and how they become cells: a byte-order mark names the encoding, else it is UTF-8 if the whole file is, else
 * Windows-1252, in which Western spreadsheets save; the separator is the one that the first line has most of, outside quotes.
 */
final class CsvSource {
    private static final String SEPARATORS = ",;\t|";

    private final Bytes bytes;
    private final Charset charset;
    private final char separator;

    /** Opens the file anew, unpacked. */
    interface Bytes {
        InputStream open() throws IOException;
    }

    private CsvSource(Bytes bytes, Charset charset, char separator) {
        this.bytes = bytes;
        this.charset = charset;
        this.separator = separator;
    }

    static CsvSource of(Bytes bytes, Report report) throws IOException {
        Charset charset = charset(bytes);
        if (!charset.equals(StandardCharsets.UTF_8)) {
            report.note("read as " + charset.displayName()
                    + (charset.name().startsWith("UTF") ? " (its first bytes say so)" : ", because it is not UTF-8"));
        }
        char separator;
        try (Reader reader = reader(bytes.open(), charset)) {
            separator = separator(reader);
        }
        if (separator != ',') {
            report.note("cells are separated by " + (separator == '\t' ? "tabs" : "\"" + separator + "\""));
        }
        return new CsvSource(bytes, charset, separator);
    }

    char separator() {
        return separator;
    }

    /** From the start, without the byte-order mark. */
    QuoteWatch reader(InputStream in) throws IOException {
        return new QuoteWatch(reader(in, charset), separator);
    }

    Bytes bytes() {
        return bytes;
    }

    private static Charset charset(Bytes bytes) throws IOException {
        try (InputStream in = bytes.open()) {
            int first = in.read();
            int second = in.read();
            if (first == 0xFF && second == 0xFE) {
                return StandardCharsets.UTF_16LE;
            }
            if (first == 0xFE && second == 0xFF) {
                return StandardCharsets.UTF_16BE;
            }
        }
        try (InputStream in = bytes.open();
                Reader strict = new InputStreamReader(
                        in, StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT))) {
            char[] buffer = new char[1 << 16];
            while (strict.read(buffer) >= 0) {
                // only whether it can be read matters
            }
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException notUtf8) {
            return Charset.forName("windows-1252");
        }
    }

    private static Reader reader(InputStream in, Charset charset) throws IOException {
        PushbackInputStream start = new PushbackInputStream(in, 3);
        byte[] mark = start.readNBytes(3);
        boolean isUtf8Mark =
                mark.length == 3 && (mark[0] & 0xFF) == 0xEF && (mark[1] & 0xFF) == 0xBB && (mark[2] & 0xFF) == 0xBF;
        boolean isUtf16 = charset.name().startsWith("UTF-16");
        int skipped = isUtf8Mark ? 3 : isUtf16 ? Math.min(2, mark.length) : 0;
        start.unread(mark, skipped, mark.length - skipped);
        return new BufferedReader(new InputStreamReader(start, charset), 1 << 16);
    }

    private static char separator(Reader reader) throws IOException {
        int[] counts = new int[SEPARATORS.length()];
        boolean isQuoted = false;
        boolean isBegun = false;
        for (int next = reader.read(); next >= 0; next = reader.read()) {
            isQuoted ^= next == '"';
            if (!isQuoted && (next == '\n' || next == '\r') && isBegun) {
                break;
            }
            isBegun |= !Character.isWhitespace(next);
            int which = SEPARATORS.indexOf(next);
            if (!isQuoted && which >= 0) {
                counts[which]++;
            }
        }
        int best = 0;
        for (int at = 1; at < counts.length; at++) {
            best = counts[at] > counts[best] ? at : best;
        }
        return SEPARATORS.charAt(best);
    }
}
