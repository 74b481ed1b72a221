package io.throughline.host.services;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ResourceBundle.Control;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * The texts of the plugins: {@code <resource type="i18n" location="i18n/x"/>} stands for {@code i18n/x.properties} and its
 * translations {@code x_de.properties}, {@code x_pt_BR.properties}, all UTF-8. Where two plugins use one key, the first one wins.
 */
public final class Texts {

    private final List<Bundle> bundles = new CopyOnWriteArrayList<>();

    /**
     * Adds a plugin's texts.
     *
     * @param location with slashes or dots, without ending: {@code i18n/throughline}
     * @param resources finds a file of the plugin's JAR, null when absent
     * @return takes them back
     */
    public AutoCloseable add(String location, Function<String, URL> resources) {
        Bundle bundle = new Bundle(location.replace('.', '/'), resources);
        bundles.add(bundle);
        return () -> bundles.remove(bundle);
    }

    /** The text as it is written, with its placeholders. */
    public Optional<String> raw(Locale locale, String key) {
        return bundles.stream()
                .map(bundle -> bundle.texts(locale).get(key))
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    /** All texts whose key starts so, by key. */
    public SortedMap<String, String> startingWith(Locale locale, String prefix) {
        SortedMap<String, String> found = new TreeMap<>();
        for (Bundle bundle : bundles) {
            bundle.texts(locale).forEach((key, text) -> {
                if (key.startsWith(prefix)) {
                    found.putIfAbsent(key, text);
                }
            });
        }
        return found;
    }

    private static final class Bundle {
        private final String base;
        private final Function<String, URL> resources;
        private final Map<Locale, Map<String, String>> read = new ConcurrentHashMap<>();

        Bundle(String base, Function<String, URL> resources) {
            this.base = base;
            this.resources = resources;
        }

        Map<String, String> texts(Locale locale) {
            return read.computeIfAbsent(locale, this::read);
        }

        /** From the base file to the most special one, the later winning. */
        private Map<String, String> read(Locale locale) {
            Control names = Control.getControl(Control.FORMAT_PROPERTIES);
            List<Locale> special = names.getCandidateLocales(base, locale);
            Map<String, String> texts = new LinkedHashMap<>();
            for (int i = special.size() - 1; i >= 0; i--) {
                URL file = resources.apply(names.toBundleName(base, special.get(i)) + ".properties");
                if (file != null) {
                    load(file).forEach((key, text) -> texts.put((String) key, (String) text));
                }
            }
            return texts;
        }

        private static Properties load(URL file) {
            Properties properties = new Properties();
            try (Reader reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
                properties.load(reader);
                return properties;
            } catch (IOException unreadable) {
                throw new UncheckedIOException("cannot read " + file, unreadable);
            }
        }
    }
}
