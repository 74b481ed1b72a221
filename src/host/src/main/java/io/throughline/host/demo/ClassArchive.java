package io.throughline.host.demo;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;

/**
 * A product's loaded classes, written by the JVM at the end of one run and mapped into memory by the next, which then starts in
 * about half the processor time. It belongs to one class path and one JVM; for any other a new one is made.
 */
final class ClassArchive {

    private final Path folder;
    private final String product;
    private final String fingerprint;

    /** @param classPath as in the system property */
    ClassArchive(Path folder, String product, String classPath) {
        this.folder = folder;
        this.product = product;
        this.fingerprint = fingerprint(classPath);
    }

    /** What the JVM has to be told: to use the archive, or to write one when it ends. */
    List<String> flags() {
        return Files.exists(file())
                ? List.of("-XX:SharedArchiveFile=" + file(), "-Xshare:auto", "-Xlog:cds=off", "-Xlog:class+path=off")
                : List.of("-XX:ArchiveClassesAtExit=" + fresh(), "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
    }

    /**
     * After the product ended by itself: an archive that it wrote is whole now and takes the place of former ones. One that was
     * killed while writing never gets here.
     */
    void keep() throws IOException {
        if (!Files.exists(fresh())) {
            return;
        }
        try (DirectoryStream<Path> former = Files.newDirectoryStream(folder, product + "-*.jsa")) {
            for (Path each : former) {
                Files.delete(each);
            }
        }
        Files.move(fresh(), file(), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path file() {
        return folder.resolve(product + "-" + fingerprint + ".jsa");
    }

    private Path fresh() {
        return folder.resolve(product + "-" + fingerprint + ".new");
    }

    /** Of the JVM and of each file's name, size and age: the JVM itself refuses an archive when one of them changed. */
    private static String fingerprint(String classPath) {
        StringBuilder all = new StringBuilder(System.getProperty("java.vm.version"));
        for (String entry : classPath.split(File.pathSeparator)) {
            File file = new File(entry);
            all.append('|').append(entry).append(file.length()).append('@').append(file.lastModified());
        }
        return UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
