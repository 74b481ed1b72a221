package io.throughline.app.exchange;

import io.throughline.app.edit.Refused;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * A body as it was before it was packed. A document packs to a tenth, so that one of 100,000 values, which is larger than a
 * body may be, still fits. What is packed is known by its first bytes, whatever the headers say: files are kept packed too.
 */
final class Unpacked {
    private static final int FIRST = 0x1f;
    private static final int SECOND = 0x8b;

    private Unpacked() {}

    /**
     * @param most bytes that may come in, packed or not
     * @throws Refused TOO_LARGE while reading, if more come
     */
    static InputStream of(InputStream body, long most) throws IOException {
        InputStream bounded = new BufferedInputStream(new Bounded(body, most));
        bounded.mark(2);
        int first = bounded.read();
        int second = bounded.read();
        bounded.reset();
        return first == FIRST && second == SECOND ? new GZIPInputStream(bounded, 1 << 16) : bounded;
    }

    private static final class Bounded extends FilterInputStream {
        private final long most;
        private long read;

        Bounded(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(int more) {
            read += more;
            if (read > most) {
                throw Refused.of(Refused.Kind.TOO_LARGE, "TOO_LARGE").with("limit", most);
            }
        }
    }
}
