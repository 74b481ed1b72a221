package io.throughline.host.jira.importer.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Knows whether the text ended inside quotes, which the CSV reader takes for the end of a cell. */
final class QuoteWatch extends FilterReader {
    private final char separator;
    private boolean isQuoted;
    private boolean isCellStart = true;
    private boolean wasClosed;

    QuoteWatch(Reader in, char separator) {
        super(in);
        this.separator = separator;
    }

    /** After the last character was read: true when a quote was opened and never closed. */
    boolean isOpen() {
        return isQuoted;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            watch((char) next);
        }
        return next;
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
        int read = super.read(buffer, from, length);
        for (int at = from; at < from + read; at++) {
            watch(buffer[at]);
        }
        return read;
    }

    /** A doubled quote closes and opens again at once. */
    private void watch(char next) {
        if (next == '"') {
            if (isQuoted) {
                isQuoted = false;
            } else if (isCellStart || wasClosed) {
                isQuoted = true;
            }
            wasClosed = !isQuoted;
            isCellStart = false;
            return;
        }
        if (!isQuoted) {
            isCellStart = next == separator || next == '\n' || next == '\r';
        }
        wasClosed = false;
    }
}
