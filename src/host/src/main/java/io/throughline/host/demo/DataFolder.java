package io.throughline.host.demo;

import io.throughline.host.links.LinkSecret;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;

/** The folder a demo keeps everything in, held by one supervisor at a time. */
final class DataFolder implements AutoCloseable {

    private static final String SEEDING = "seeding";
    private static final String READY = "ready";

    private final Path folder;
    private final FileChannel channel;

    private DataFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the folder, making it when there is none, together with the secret that links the products.
     *
     * @throws IOException when another supervisor holds it
     */
    static DataFolder claim(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve("demo.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException ourOwn) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new IOException("another demo is running on " + folder + "; stop it or give another --data folder");
        }
        LinkSecret.tokens(folder, Clock.systemUTC());
        return new DataFolder(folder, channel);
    }

    Path logs() {
        return folder.resolve("logs");
    }

    /** Whether no demo was ever started here. */
    boolean isNew() {
        return !Files.exists(state());
    }

    /** Whether an earlier start ended in the middle of its first fill. */
    boolean isHalfSeeded() throws IOException {
        return !isNew() && Files.readString(state()).strip().equals(SEEDING);
    }

    void seeding() throws IOException {
        Files.writeString(state(), SEEDING + "\n");
    }

    void ready() throws IOException {
        Files.writeString(state(), READY + "\n");
    }

    private Path state() {
        return folder.resolve("demo.state");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
