package io.throughline.host.plugin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The i18n bundles of the host and of every enabled plugin, as one: a key is looked up in all of them, the latest plugin first.
 * {@code I18nResolver}, the jsI18n transformer and descriptor labels all read here.
 */
public final class Texts {

    private record Source(String owner, String baseName, ClassLoader loader) {
        Optional<ResourceBundle> bundle(Locale locale) {
            try {
                // no fallback to the JVM's locale: an English instance on a German server stays English
                return Optional.of(ResourceBundle.getBundle(
                        baseName,
                        locale,
                        loader,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
            } catch (java.util.MissingResourceException none) {
                return Optional.empty();
            }
        }
    }

    private final List<Source> sources = new CopyOnWriteArrayList<>();

    /** @param baseName as in a descriptor: "i18n/acme" or "com.acme.i18n" */
    public void add(String owner, String baseName, ClassLoader loader) {
        sources.add(0, new Source(owner, baseName.replace('/', '.'), loader));
    }

    public void remove(String owner) {
        sources.stream()
                .filter(source -> source.owner.equals(owner))
                .forEach(source -> ResourceBundle.clearCache(source.loader));
        sources.removeIf(source -> source.owner.equals(owner));
    }

    /** The text as written, with its placeholders. */
    public Optional<String> raw(Locale locale, String key) {
        for (Source source : sources) {
            Optional<String> text = source.bundle(locale)
                    .filter(bundle -> bundle.containsKey(key))
                    .map(bundle -> bundle.getString(key));
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    /** The text, or the key itself as the products show it when a text is missing. */
    public String text(Locale locale, String key) {
        return raw(locale, key).orElse(key);
    }

    public Map<String, String> startingWith(String prefix, Locale locale) {
        Map<String, String> found = new TreeMap<>();
        List<Source> oldestFirst = new ArrayList<>(sources);
        java.util.Collections.reverse(oldestFirst);
        for (Source source : oldestFirst) {
            source.bundle(locale)
                    .ifPresent(bundle -> bundle.keySet().stream()
                            .filter(key -> key.startsWith(prefix))
                            .forEach(key -> found.put(key, bundle.getString(key))));
        }
        return new LinkedHashMap<>(found);
    }
}
