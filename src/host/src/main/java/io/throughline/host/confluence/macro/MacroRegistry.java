package io.throughline.host.confluence.macro;

import com.atlassian.confluence.macro.Macro;
import io.throughline.host.confluence.storage.Macros;
import io.throughline.host.plugin.ModuleTypes.Module;
import io.throughline.host.plugin.ModuleTypes.ModuleType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Macros by their name in storage format. A plugin's macro class is loaded and wired when a page first calls it, as in Confluence, so
 * a wrong class shows on the page and not at install; one instance then serves all pages until the plugin is disabled.
 */
public final class MacroRegistry implements Macros, ModuleType {

    private static final Logger LOG = LoggerFactory.getLogger(MacroRegistry.class);

    private final Map<String, Macro> own;
    private final Map<String, Entry> plugins = new ConcurrentHashMap<>();

    /** @param own the product's macros by name; a plugin's of the same name comes first */
    public MacroRegistry(Map<String, Macro> own) {
        this.own = Map.copyOf(own);
    }

    @Override
    public AutoCloseable enable(Module module) {
        MacroDescription description = MacroDescription.of(module);
        Entry entry = new Entry(module, description);
        Entry former = plugins.putIfAbsent(description.name(), entry);
        if (former != null) {
            throw new IllegalStateException(
                    "the macro name " + description.name() + " is taken by " + former.module.completeKey());
        }
        for (String alias : description.aliases()) {
            if (plugins.putIfAbsent(alias, entry) != null) {
                LOG.warn("alias {} of macro {} is taken", alias, description.name());
            }
        }
        return () -> plugins.values().removeIf(each -> each == entry);
    }

    @Override
    public Optional<Macro> find(String name) {
        Entry entry = plugins.get(name);
        return entry == null ? Optional.ofNullable(own.get(name)) : Optional.of(entry.macro());
    }

    /** The plugins' macros for the macro browser, by name. */
    public List<MacroDescription> descriptions() {
        return plugins.values().stream()
                .distinct()
                .map(entry -> entry.description)
                .sorted(Comparator.comparing(MacroDescription::name))
                .toList();
    }

    private static final class Entry {
        private final Module module;
        private final MacroDescription description;
        private Macro macro;

        Entry(Module module, MacroDescription description) {
            this.module = module;
            this.description = description;
        }

        /** A class that cannot be made is tried again at the next page, and fails again. */
        synchronized Macro macro() {
            if (macro == null) {
                macro = module.createFromClassAttribute(Macro.class);
            }
            return macro;
        }
    }
}
