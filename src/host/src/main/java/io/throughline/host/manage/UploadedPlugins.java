package io.throughline.host.manage;

import io.throughline.host.plugin.Plugin;
import io.throughline.host.plugin.Plugins;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The JARs that were uploaded, each with its signature, kept in the home that all nodes share ({@code plugins/installed-plugins}, as
 * in the products). A node installs them when it starts; a running node is told by {@link PluginFollower}.
 */
public final class UploadedPlugins {

    private final Path folder;

    /** @param sharedHome of the product */
    public UploadedPlugins(Path sharedHome) {
        this.folder = sharedHome.resolve("plugins").resolve("installed-plugins");
    }

    /** In the order of their upload. */
    public List<Path> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot list " + folder, unreadable);
        }
    }

    /** Those whose installation succeeded on the node where they were uploaded. */
    List<Path> installed() {
        return all().stream()
                .filter(jar -> Files.exists(jar.resolveSibling("key")))
                .toList();
    }

    /**
     * Installs or upgrades.
     *
     * @param fileName as the browser gave it; only its last part counts
     * @param signature null when none was sent; the installation then refuses
     * @throws io.throughline.host.plugin.PluginRefused and keeps nothing
     */
    Plugin install(String fileName, InputStream jar, InputStream signature, Plugins plugins) throws IOException {
        Files.createDirectories(folder);
        Path place = Files.createTempDirectory(folder, String.format("%014d-", System.currentTimeMillis()));
        Path file = place.resolve(safe(fileName));
        try {
            Files.copy(jar, file, StandardCopyOption.REPLACE_EXISTING);
            if (signature != null) {
                Files.copy(signature, file.resolveSibling(file.getFileName() + ".sig"));
            }
            Plugin plugin = plugins.install(file);
            Files.writeString(place.resolve("key"), plugin.key());
            forget(plugin.key(), place);
            return plugin;
        } catch (RuntimeException | IOException refused) {
            delete(place);
            throw refused;
        }
    }

    /** Removes what was uploaded of that plugin. */
    void forget(String pluginKey) {
        forget(pluginKey, null);
    }

    private void forget(String pluginKey, Path butThis) {
        each(place -> {
            Path key = place.resolve("key");
            if (!place.equals(butThis)
                    && Files.exists(key)
                    && Files.readString(key).equals(pluginKey)) {
                delete(place);
            }
        });
    }

    private interface Work {
        void on(Path place) throws IOException;
    }

    private void each(Work work) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> places = Files.list(folder)) {
            for (Path place : places.toList()) {
                work.on(place);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + folder, unreadable);
        }
    }

    private static void delete(Path place) {
        Consumer<Path> remove = file -> {
            try {
                Files.deleteIfExists(file);
            } catch (IOException stuck) {
                throw new UncheckedIOException(stuck);
            }
        };
        try (Stream<Path> files = Files.walk(place)) {
            files.sorted(Comparator.reverseOrder()).toList().forEach(remove);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String safe(String fileName) {
        String last = fileName.replaceAll(".*[/\\\\]", "").replaceAll("[^A-Za-z0-9._-]", "_");
        return last.endsWith(".jar") ? last : "upload.jar";
    }
}
