package io.throughline.host.osgi;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * The packages the host's own class path holds, each with the version of its JAR where that says one. Read from the JARs and not
 * written down by hand, so that an export never names a package without a class.
 */
final class ClassPathPackages {

    private final SortedMap<String, String> versions = new TreeMap<>();

    private ClassPathPackages() {}

    /** @param classPath as in {@code java.class.path}; {@code Class-Path} of a JAR's manifest is followed */
    static ClassPathPackages of(String classPath) {
        ClassPathPackages packages = new ClassPathPackages();
        Deque<Path> open = new ArrayDeque<>();
        for (String entry : classPath.split(File.pathSeparator)) {
            open.add(Path.of(entry));
        }
        Set<Path> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Path entry = open.poll().toAbsolutePath().normalize();
            if (seen.add(entry)) {
                packages.read(entry, open);
            }
        }
        return packages;
    }

    /** Package name to OSGi version; "" where none is known. */
    SortedMap<String, String> versions() {
        return versions;
    }

    private void read(Path entry, Deque<Path> open) {
        try {
            if (Files.isDirectory(entry)) {
                readFolder(entry);
            } else if (Files.isRegularFile(entry)) {
                readJar(entry, open);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read class path entry " + entry, unreadable);
        }
    }

    private void readFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> folder.relativize(file).toString().replace(File.separatorChar, '/'))
                    .forEach(name -> add(name, ""));
        }
    }

    private void readJar(Path jar, Deque<Path> open) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            Attributes main = manifest == null ? new Attributes() : manifest.getMainAttributes();
            String classPath = main.getValue(Attributes.Name.CLASS_PATH);
            if (classPath != null) {
                for (String relative : classPath.trim().split("\\s+")) {
                    open.add(Path.of(jar.toUri().resolve(relative)));
                }
            }
            String version = osgiVersion(main.getValue("Bundle-Version"));
            file.stream().forEach(entry -> add(entry.getName(), version));
        }
    }

    private void add(String entry, String version) {
        int slash = entry.lastIndexOf('/');
        if (slash > 0 && entry.endsWith(".class") && !entry.startsWith("META-INF/")) {
            versions.merge(entry.substring(0, slash).replace('/', '.'), version, (a, b) -> a.isEmpty() ? b : a);
        }
    }

    private static String osgiVersion(String bundleVersion) {
        return bundleVersion != null && bundleVersion.matches("\\d+(\\.\\d+(\\.\\d+(\\.[\\w-]+)?)?)?")
                ? bundleVersion
                : "";
    }
}
