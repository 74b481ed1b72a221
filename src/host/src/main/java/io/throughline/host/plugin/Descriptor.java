package io.throughline.host.plugin;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code atlassian-plugin.xml} says.
 *
 * @param info vendor and params of {@code <plugin-info>}
 * @param resources {@code <resource>} elements of the plugin itself
 * @param modules every other element, in order
 */
record Descriptor(
        String key, String name, String version, Map<String, String> info, List<Tag> resources, List<Tag> modules) {

    static final String FILE = "atlassian-plugin.xml";

    /** A plugin with its own Spring context may not use these; dossier 1.12: the two styles must not be mixed. */
    private static final Set<String> OF_THE_OTHER_STYLE =
            Set.of("component", "component-import", "host-component", "module-type");

    /** @throws PluginRefused if this host, or a product, would not take such a descriptor */
    static Descriptor of(Tag root) {
        if (!root.name().equals("atlassian-plugin")) {
            throw new PluginRefused(FILE + " starts with <" + root.name() + ">, not with <atlassian-plugin>");
        }
        String key = root.attribute("key").orElseThrow(() -> new PluginRefused(FILE + " has no key"));
        List<Tag> modules = root.children().stream()
                .filter(tag -> !tag.name().equals("plugin-info") && !tag.name().equals("resource"))
                .toList();
        Set<String> keys = new HashSet<>();
        for (Tag module : modules) {
            if (OF_THE_OTHER_STYLE.contains(module.name())) {
                throw new PluginRefused("plugin " + key + " brings its own Spring context and may not use <"
                        + module.name() + "> in " + FILE);
            }
            String moduleKey = module.attribute("key")
                    .orElseThrow(() -> new PluginRefused("a <" + module.name() + "> of " + key + " has no key"));
            if (!keys.add(moduleKey)) {
                throw new PluginRefused("two modules of " + key + " have the key " + moduleKey);
            }
        }
        Map<String, String> info = info(root);
        return new Descriptor(
                key,
                root.attribute("name", key),
                info.getOrDefault("version", ""),
                info,
                root.children("resource"),
                modules);
    }

    private static Map<String, String> info(Tag root) {
        Map<String, String> info = new LinkedHashMap<>();
        root.child("plugin-info")
                .ifPresent(element -> element.children().forEach(tag -> {
                    switch (tag.name()) {
                        case "param" ->
                            info.put(
                                    tag.attribute("name", ""),
                                    tag.attribute("value").orElse(tag.text()));
                        case "vendor" -> {
                            info.put("vendor", tag.attribute("name", ""));
                            info.put("vendor-url", tag.attribute("url", ""));
                        }
                        default -> info.put(tag.name(), tag.text());
                    }
                }));
        return info;
    }
}
