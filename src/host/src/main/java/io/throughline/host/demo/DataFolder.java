package io.throughline.host.demo;

import io.throughline.host.links.LinkSecret;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The folder a demo keeps everything in. Each product in it is held by one supervisor at a time, so that two that run one product
 * each can share a folder, and with it the secret of their link.
 */
final class DataFolder implements AutoCloseable {

    private static final String SEEDING = "seeding";
    private static final String READY = "ready";

    private final Path folder;
    private final List<String> products;
    private final List<FileChannel> locks = new ArrayList<>();

    private DataFolder(Path folder, List<String> products) {
        this.folder = folder;
        this.products = products;
    }

    /**
     * Takes the products' part of the folder, making it when there is none, together with the secret that links the products.
     *
     * @param home what all demos of this person have in common
     * @throws IOException when another supervisor holds one of them
     */
    static DataFolder claim(Path folder, List<String> products, Path home) throws IOException {
        Files.createDirectories(folder);
        DataFolder claimed = new DataFolder(folder, products);
        try {
            for (String product : products) {
                claimed.lock(product);
            }
        } catch (IOException taken) {
            claimed.close();
            throw taken;
        }
        LinkSecret.adopt(home, folder);
        return claimed;
    }

    private void lock(String product) throws IOException {
        FileChannel channel = FileChannel.open(
                folder.resolve(product + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        locks.add(channel);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            lock = null;
        }
        if (lock == null) {
            throw new IOException(
                    "another demo is running " + product + " on " + folder + "; stop it or give another --data folder");
        }
    }

    Path logs() {
        return folder.resolve("logs");
    }

    /** Whether none of the products was ever started here. */
    boolean isNew() {
        return products.stream().noneMatch(product -> Files.exists(state(product)));
    }

    /** Whether an earlier start ended in the middle of its first fill. */
    boolean isHalfSeeded() throws IOException {
        for (String product : products) {
            if (Files.exists(state(product))
                    && Files.readString(state(product)).strip().equals(SEEDING)) {
                return true;
            }
        }
        return false;
    }

    void seeding() throws IOException {
        write(SEEDING);
    }

    void ready() throws IOException {
        write(READY);
    }

    private void write(String state) throws IOException {
        for (String product : products) {
            Files.writeString(state(product), state + "\n");
        }
    }

    private Path state(String product) {
        return folder.resolve(product + ".state");
    }

    @Override
    public void close() throws IOException {
        for (FileChannel lock : locks) {
            lock.close();
        }
    }
}
