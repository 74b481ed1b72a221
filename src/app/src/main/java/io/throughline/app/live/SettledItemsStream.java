package io.throughline.app.live;

import io.throughline.core.work.SettledItems;
import io.throughline.core.work.WorkItem;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of a work index as bytes: 36 an item, each column in one piece, so that reading them back is copying. */
final class SettledItemsStream {
    private static final int AN_ITEM = 5 * Integer.BYTES + 2 * Long.BYTES;
    private static final int BUFFER = 1 << 18;

    private SettledItemsStream() {}

    static void write(SettledItems items, DataOutputStream out) throws IOException {
        out.writeInt(items.numbers().length);
        out.writeInt(items.ids().length);
        examples(items.traitExamples(), out);
        examples(items.sizeExamples(), out);
        out.writeInt(items.oddKeys().size());
        for (Map.Entry<Long, String> odd : items.oddKeys().entrySet()) {
            out.writeLong(odd.getKey());
            out.writeUTF(odd.getValue());
        }
        longs(items.ids(), out);
        longs(items.updated(), out);
        for (int[] column : List.of(items.numbers(), items.parents(), items.traits(), items.sizes(), items.facts())) {
            ints(column, out);
        }
    }

    /**
     * Reads what was written.
     *
     * @param most bytes that there are: a damaged number must not ask for more memory than a whole one
     */
    static SettledItems read(DataInputStream in, long most) throws IOException {
        int items = in.readInt();
        int ids = in.readInt();
        if (items < 0 || ids < items || (long) items * AN_ITEM > most || (long) ids * Long.BYTES > most) {
            throw new IOException(items + " items and " + ids + " ids cannot be in " + most + " bytes");
        }
        List<WorkItem> traits = examples(in);
        List<WorkItem> sizes = examples(in);
        Map<Long, String> oddKeys = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            oddKeys.put(in.readLong(), in.readUTF());
        }
        long[] id = longs(in, ids);
        long[] updated = longs(in, items);
        int[] number = ints(in, items);
        int[] parent = ints(in, items);
        int[] trait = ints(in, items);
        int[] size = ints(in, items);
        return new SettledItems(id, number, parent, trait, size, ints(in, items), updated, traits, sizes, oddKeys);
    }

    private static void examples(List<WorkItem> examples, DataOutputStream out) throws IOException {
        WorkItemStream.Writer writer = new WorkItemStream.Writer(out);
        examples.forEach(writer::write);
        writer.end();
    }

    private static List<WorkItem> examples(DataInputStream in) throws IOException {
        WorkItemStream.Reader reader = new WorkItemStream.Reader(in);
        List<WorkItem> examples = new ArrayList<>();
        for (WorkItem next = reader.next(); next != null; next = reader.next()) {
            examples.add(next);
        }
        return examples;
    }

    private static void ints(int[] column, DataOutputStream out) throws IOException {
        ByteBuffer some = ByteBuffer.allocate(BUFFER);
        for (int from = 0; from < column.length; from += BUFFER / Integer.BYTES) {
            int count = Math.min(column.length - from, BUFFER / Integer.BYTES);
            some.asIntBuffer().put(column, from, count);
            out.write(some.array(), 0, count * Integer.BYTES);
        }
    }

    private static void longs(long[] column, DataOutputStream out) throws IOException {
        ByteBuffer some = ByteBuffer.allocate(BUFFER);
        for (int from = 0; from < column.length; from += BUFFER / Long.BYTES) {
            int count = Math.min(column.length - from, BUFFER / Long.BYTES);
            some.asLongBuffer().put(column, from, count);
            out.write(some.array(), 0, count * Long.BYTES);
        }
    }

    private static int[] ints(DataInputStream in, int length) throws IOException {
        int[] column = new int[length];
        ByteBuffer some = ByteBuffer.allocate(BUFFER);
        for (int from = 0; from < length; from += BUFFER / Integer.BYTES) {
            int count = Math.min(length - from, BUFFER / Integer.BYTES);
            in.readFully(some.array(), 0, count * Integer.BYTES);
            some.asIntBuffer().get(column, from, count);
        }
        return column;
    }

    private static long[] longs(DataInputStream in, int length) throws IOException {
        long[] column = new long[length];
        ByteBuffer some = ByteBuffer.allocate(BUFFER);
        for (int from = 0; from < length; from += BUFFER / Long.BYTES) {
            int count = Math.min(length - from, BUFFER / Long.BYTES);
            in.readFully(some.array(), 0, count * Long.BYTES);
            some.asLongBuffer().get(column, from, count);
        }
        return column;
    }
}
