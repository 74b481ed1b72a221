package io.throughline.host.jira.importer;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.ZipException;

/** A packed file whose end is missing or damaged ends where it can no longer be unpacked; what came before is worth having. */
final class CutOff extends FilterInputStream {
    private String damage;
    private long unpacked;

    CutOff(InputStream in) {
        super(in);
    }

    /** What is wrong with the file, once it has been read to its end. */
    Optional<String> damage() {
        return Optional.ofNullable(damage);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        if (damage != null) {
            return -1;
        }
        try {
            int count = super.read(buffer, from, length);
            unpacked += Math.max(0, count);
            return count;
        } catch (EOFException | ZipException broken) {
            damage = String.format(
                    "the file is cut off or damaged after %,d unpacked bytes (%s); what stood behind is lost",
                    unpacked, broken.getMessage());
            return -1;
        }
    }
}
