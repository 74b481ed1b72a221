package io.throughline.app.live;

import io.throughline.core.work.StatusCategory;
import io.throughline.core.work.WorkItem;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Work items as bytes: some 40 an item, since names that come again and numbers that are small take little. */
final class WorkItemStream {
    private static final int END = 0xff;
    private static final int SUB_TASK = 1;
    private static final int ARCHIVED = 1 << 1;
    private static final int POINTS = 1 << 2;
    private static final int SECONDS = 1 << 3;
    private static final int RESOLVED = 1 << 4;
    private static final int SECURITY = 1 << 5;
    private static final int RESOLUTION = 1 << 6;

    private WorkItemStream() {}

    /** Writes items, then their end. */
    static final class Writer {
        private final DataOutputStream out;
        private final Map<String, Integer> names = new HashMap<>();

        Writer(DataOutputStream out) {
            this.out = out;
        }

        void write(WorkItem item) {
            try {
                out.writeByte(flags(item));
                number(item.id());
                out.writeUTF(item.key());
                number(item.projectId());
                name(item.projectKey());
                name(item.issueType());
                number(item.parentId());
                out.writeByte(item.statusCategory().number());
                if (item.resolution() != null) {
                    name(item.resolution());
                }
                if (item.storyPoints() != null) {
                    out.writeDouble(item.storyPoints());
                }
                if (item.originalEstimateSeconds() != null) {
                    number(item.originalEstimateSeconds());
                }
                number(item.updated().toEpochMilli());
                if (item.resolved() != null) {
                    number(item.resolved().toEpochMilli());
                }
                if (item.securityLevel() != null) {
                    number(item.securityLevel());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void end() throws IOException {
            out.writeByte(END);
        }

        private static int flags(WorkItem item) {
            return (item.subTask() ? SUB_TASK : 0)
                    | (item.archived() ? ARCHIVED : 0)
                    | (item.storyPoints() != null ? POINTS : 0)
                    | (item.originalEstimateSeconds() != null ? SECONDS : 0)
                    | (item.resolved() != null ? RESOLVED : 0)
                    | (item.securityLevel() != null ? SECURITY : 0)
                    | (item.resolution() != null ? RESOLUTION : 0);
        }

        /** Its number; after a new one the name itself. */
        private void name(String name) throws IOException {
            Integer known = names.get(name);
            number(known == null ? names.size() : known);
            if (known == null) {
                names.put(name, names.size());
                out.writeUTF(name);
            }
        }

        /** Seven bits a byte, the sign in the lowest bit. */
        private void number(long value) throws IOException {
            long left = (value << 1) ^ (value >> 63);
            while ((left & ~0x7fL) != 0) {
                out.writeByte((int) (left & 0x7f) | 0x80);
                left >>>= 7;
            }
            out.writeByte((int) left);
        }
    }

    /** Reads what a {@link Writer} wrote. */
    static final class Reader {
        private final DataInputStream in;
        private final List<String> names = new ArrayList<>();

        Reader(DataInputStream in) {
            this.in = in;
        }

        /** The next item, null after the last. */
        @Nullable
        WorkItem next() throws IOException {
            int flags = in.readUnsignedByte();
            if (flags == END) {
                return null;
            }
            return new WorkItem(
                    number(),
                    in.readUTF(),
                    number(),
                    name(),
                    name(),
                    (flags & SUB_TASK) != 0,
                    number(),
                    StatusCategory.values()[in.readUnsignedByte()],
                    (flags & RESOLUTION) == 0 ? null : name(),
                    (flags & POINTS) == 0 ? null : (Double) in.readDouble(),
                    (flags & SECONDS) == 0 ? null : (Long) number(),
                    Instant.ofEpochMilli(number()),
                    (flags & RESOLVED) == 0 ? null : Instant.ofEpochMilli(number()),
                    (flags & ARCHIVED) != 0,
                    (flags & SECURITY) == 0 ? null : (Long) number());
        }

        private String name() throws IOException {
            int number = (int) number();
            if (number == names.size()) {
                names.add(in.readUTF());
            }
            return names.get(number);
        }

        private long number() throws IOException {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                int next = in.readUnsignedByte();
                value |= (long) (next & 0x7f) << shift;
                if ((next & 0x80) == 0) {
                    return (value >>> 1) ^ -(value & 1);
                }
            }
        }
    }
}
