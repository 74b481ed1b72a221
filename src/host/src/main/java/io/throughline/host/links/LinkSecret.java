package io.throughline.host.links;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * The secret that linked products share: a file in the demo's data folder, readable by its owner only. It is made by
 * whoever comes first, normally the supervisor, and is the same over restarts. Demos of one person have one in common.
 */
public final class LinkSecret {

    private static final String FILE = "link.secret";
    private static final int BYTES = 32;

    private LinkSecret() {}

    /** Tokens with the secret of that folder. */
    public static LinkTokens tokens(Path folder, Clock clock) {
        return new LinkTokens(read(folder), clock);
    }

    /**
     * Gives a new folder the secret of a common one, so that products linked over two folders believe each other. A folder
     * that has a secret keeps it; where the common one cannot be used the folder gets its own.
     */
    public static void adopt(Path common, Path folder) {
        Path file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                create(folder, file, read(common));
            }
        } catch (IOException | UncheckedIOException noCommonOne) {
            read(folder);
        }
    }

    /** Reads the folder's secret, making it first when there is none. */
    static byte[] read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                byte[] secret = new byte[BYTES];
                new SecureRandom().nextBytes(secret);
                create(folder, file, secret);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or make the link secret " + file, e);
        }
    }

    /** Written aside and linked into place, so that no one ever reads half a secret and the first one stays. */
    private static void create(Path folder, Path file, byte[] secret) throws IOException {
        Files.createDirectories(folder);
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        Path fresh = posix
                ? Files.createTempFile(
                        folder,
                        FILE,
                        ".new",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createTempFile(folder, FILE, ".new");
        Files.write(fresh, secret);
        try {
            Files.createLink(file, fresh);
            Files.delete(fresh);
        } catch (FileAlreadyExistsException anotherWasFirst) {
            Files.delete(fresh);
        } catch (UnsupportedOperationException noHardLinks) {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
