package io.throughline.host.plugin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;

/**
 * The index files that Spring Scanner's build plugin writes under {@code META-INF/plugin-components/} and its runtime reads:
 * {@code component}, {@code imports}, {@code exports}, {@code primary-component}, each also with the product as suffix. Dossier 1.4.
 */
final class ScannerIndexes {

    private static final String FOLDER = "META-INF/plugin-components/";

    /** One line: a class, and after {@code #} a bean name or interfaces. */
    record Line(String className, Optional<String> more) {
        static Line of(String text) {
            int hash = text.indexOf('#');
            return hash < 0
                    ? new Line(text, Optional.empty())
                    : new Line(text.substring(0, hash), Optional.of(text.substring(hash + 1)));
        }
    }

    private final Bundle bundle;
    private final String product;
    private final List<String> folders = new ArrayList<>();

    /** @param profiles of {@code <scan-indexes profile="…">}; the unnamed index is always read */
    ScannerIndexes(Bundle bundle, String product, List<String> profiles) {
        this.bundle = bundle;
        this.product = product;
        folders.add(FOLDER);
        profiles.forEach(profile -> folders.add(FOLDER + "profile-" + profile + "/"));
    }

    List<Line> components() {
        return lines("component");
    }

    List<Line> primaryComponents() {
        return lines("primary-component");
    }

    List<Line> imports() {
        return lines("imports");
    }

    List<Line> exports() {
        return lines("exports");
    }

    private List<Line> lines(String index) {
        List<Line> all = new ArrayList<>();
        for (String folder : folders) {
            read(folder + index, all);
            read(folder + index + "-" + product, all);
        }
        return all;
    }

    private void read(String path, List<Line> into) {
        URL file = bundle.getEntry(path);
        if (file == null) {
            return;
        }
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(file.openStream(), StandardCharsets.UTF_8))) {
            reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(Line::of)
                    .forEach(into::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
