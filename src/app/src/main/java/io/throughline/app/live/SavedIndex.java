package io.throughline.app.live;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.ApplicationProperties;
import io.throughline.core.work.SettledItems;
import io.throughline.core.work.WorkIndex;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
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
 * <p>Form: a number that says what it is, the version, the head, the items as columns, and the CRC-32C of all that.
 */
@JiraComponent
public class SavedIndex {
    static final int VERSION = 2;
    private static final int MAGIC = 0x544C4958; // TLIX
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

    /** Whether something was saved, be it whole or not. */
    boolean exists() {
        return file.filter(Files::isRegularFile).isPresent();
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
            SettledItemsStream.write(index.settled(), out);
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
     * @param into is given all items, once it is clear that they are whole
     */
    Optional<Head> load(Predicate<Head> wanted, Consumer<SettledItems> into) {
        Path path = file.filter(Files::isRegularFile).orElse(null);
        if (path == null) {
            return Optional.empty();
        }
        try {
            return read(path, wanted, into);
        } catch (IOException | RuntimeException e) {
            LOG.warn("The saved work index in {} cannot be read; every issue is read from Jira instead", path, e);
            return Optional.empty();
        }
    }

    private static Optional<Head> read(Path path, Predicate<Head> wanted, Consumer<SettledItems> into)
            throws IOException {
        try (CheckedInputStream checked = new CheckedInputStream(
                        new BufferedInputStream(Files.newInputStream(path), BUFFER), new CRC32C());
                DataInputStream in = new DataInputStream(checked)) {
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
            SettledItems items = SettledItemsStream.read(in, Files.size(path));
            long found = checked.getChecksum().getValue();
            if (in.readLong() != found || in.read() >= 0) {
                LOG.warn("The saved work index in {} is damaged; every issue is read from Jira instead", path);
                return Optional.empty();
            }
            into.accept(items);
            return Optional.of(head);
        }
    }
}
