package io.throughline.app.live;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.ApplicationProperties;
import io.throughline.core.work.WorkIndex;
import io.throughline.core.work.WorkItem;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work index in a file of the node's own home folder, so that a start need not read every issue from Jira.
 *
 * <p>A copy, never the truth: what changed since it was written is read again, and one that is missing, damaged or of
 * another version is no more than a reason to fill. Written beside, forced to disk and moved into place, so a node that
 * dies meanwhile finds the file of before.
 *
 * <p>Form: a number that says what it is, the version, the head, the items, and the CRC-32C of all that.
 */
@JiraComponent
public class SavedIndex {
    static final int VERSION = 1;
    private static final int MAGIC = 0x544C4958; // TLIX
    private static final int CHUNK = 10_000;
    private static final int BUFFER = 1 << 16;

    private static final Logger LOG = LoggerFactory.getLogger(SavedIndex.class);

    private final Optional<Path> file;

    @Inject
    public SavedIndex(@ComponentImport("salApplicationProperties") ApplicationProperties product) {
        this(product.getLocalHomeDirectory().map(home -> home.resolve("caches/throughline/work-index")));
    }

    SavedIndex(Optional<Path> file) {
        this.file = file;
    }

    /** For who has no folder: saves nothing and finds nothing. */
    public static SavedIndex nowhere() {
        return new SavedIndex(Optional.empty());
    }

    /**
     * What was saved.
     *
     * @param at up to when it is current: what was updated since may be missing, even if it was written later
     * @param position the number in the feed of changes up to which everything is in it
     * @param levels what decided which field names a parent
     * @param complete false in the middle of a first fill
     */
    record Head(Instant at, long position, String levels, boolean complete) {}

    /** Writes all items and the head; says whether that went well. What changes meanwhile may be in it or not. */
    boolean save(Head head, WorkIndex index) {
        if (file.isEmpty()) {
            return false;
        }
        Path path = file.get();
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Path beside = path.resolveSibling(path.getFileName() + ".new");
            write(beside, head, index);
            Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            LOG.warn("The work index could not be saved in {}; a start will take longer", path, e);
            return false;
        }
    }

    /** Removes what was saved. */
    void forget() {
        file.ifPresent(path -> {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                LOG.warn("The saved work index in {} cannot be removed", path, e);
            }
        });
    }

    private static void write(Path to, Head head, WorkIndex index) throws IOException {
        try (FileChannel channel = FileChannel.open(
                to, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            CheckedOutputStream checked = new CheckedOutputStream(
                    new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER), new CRC32C());
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(checked, BUFFER));
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            out.writeLong(head.at().toEpochMilli());
            out.writeLong(head.position());
            out.writeUTF(head.levels());
            out.writeBoolean(head.complete());
            WorkItemStream.Writer items = new WorkItemStream.Writer(out);
            index.inChunks(CHUNK, chunk -> chunk.forEach(items::write));
            items.end();
            out.flush();
            out.writeLong(checked.getChecksum().getValue());
            out.flush();
            channel.force(true);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Reads what was saved, if it is whole.
     *
     * @param wanted whether it is of use, asked before any item
     * @param into is given all items, some thousands at a time
     */
    Optional<Head> load(Predicate<Head> wanted, Consumer<List<WorkItem>> into) {
        Path path = file.filter(Files::isRegularFile).orElse(null);
        if (path == null) {
            return Optional.empty();
        }
        try {
            return isWhole(path) ? read(path, wanted, into) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            LOG.warn("The saved work index in {} cannot be read; every issue is read from Jira instead", path, e);
            return Optional.empty();
        }
    }

    private static boolean isWhole(Path path) throws IOException {
        long left = Files.size(path) - Long.BYTES;
        CRC32C found = new CRC32C();
        try (InputStream in = Files.newInputStream(path)) {
            byte[] some = new byte[BUFFER];
            while (left > 0) {
                int count = in.read(some, 0, (int) Math.min(some.length, left));
                if (count < 0) {
                    break;
                }
                found.update(some, 0, count);
                left -= count;
            }
            long expected = left == 0 ? new DataInputStream(in).readLong() : -1;
            if (expected != found.getValue()) {
                LOG.warn("The saved work index in {} is damaged; every issue is read from Jira instead", path);
                return false;
            }
            return true;
        }
    }

    private static Optional<Head> read(Path path, Predicate<Head> wanted, Consumer<List<WorkItem>> into)
            throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), BUFFER))) {
            if (in.readInt() != MAGIC || in.readInt() != VERSION) {
                LOG.warn(
                        "The saved work index in {} is of another version; every issue is read from Jira instead",
                        path);
                return Optional.empty();
            }
            Head head = new Head(Instant.ofEpochMilli(in.readLong()), in.readLong(), in.readUTF(), in.readBoolean());
            if (!wanted.test(head)) {
                return Optional.empty();
            }
            WorkItemStream.Reader items = new WorkItemStream.Reader(in);
            List<WorkItem> some = new ArrayList<>(CHUNK);
            for (WorkItem item = items.next(); item != null; item = items.next()) {
                some.add(item);
                if (some.size() == CHUNK) {
                    into.accept(some);
                    some = new ArrayList<>(CHUNK);
                }
            }
            into.accept(some);
            return Optional.of(head);
        }
    }
}
