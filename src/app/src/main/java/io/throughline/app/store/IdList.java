package io.throughline.app.store;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;

/** Ids as one text: ascending, each as its distance from the one before, 7 bits a byte, in Base64. About 2 letters an id. */
final class IdList {
    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;

    private IdList() {}

    /** @param ids more than 0, in any order, repetition does no harm */
    static String write(long[] ids) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(ids.length * 2);
        long before = 0;
        for (long id : Arrays.stream(ids).sorted().distinct().toArray()) {
            long distance = id - before;
            while (distance > SEVEN_BITS) {
                bytes.write((int) (distance & SEVEN_BITS) | MORE);
                distance >>>= 7;
            }
            bytes.write((int) distance);
            before = id;
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /** Ascending. */
    static long[] read(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        long[] ids = new long[bytes.length];
        int count = 0;
        long id = 0;
        long distance = 0;
        int shift = 0;
        for (byte each : bytes) {
            distance |= (long) (each & SEVEN_BITS) << shift;
            shift += 7;
            if ((each & MORE) == 0) {
                id += distance;
                ids[count++] = id;
                distance = 0;
                shift = 0;
            }
        }
        return Arrays.copyOf(ids, count);
    }
}
