package io.throughline.host.web;

import com.atlassian.plugin.web.Condition;
import com.atlassian.plugin.web.ContextProvider;
import io.throughline.host.plugin.ModuleTypes;
import io.throughline.host.plugin.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Reads {@code <condition>}, {@code <conditions>} and {@code <context-provider>} of a web fragment. */
final class Conditions {

    private Conditions() {}

    /** True when all of the element's conditions hold; children of {@code <conditions type="OR">} need one of them. */
    static Predicate<Map<String, Object>> of(ModuleTypes.Module module) {
        return group(module, module.xml(), true);
    }

    private static Predicate<Map<String, Object>> group(ModuleTypes.Module module, Tag parent, boolean needsAll) {
        List<Predicate<Map<String, Object>>> parts = new ArrayList<>();
        for (Tag tag : parent.children()) {
            if (tag.name().equals("condition")) {
                parts.add(single(module, tag));
            } else if (tag.name().equals("conditions")) {
                parts.add(group(module, tag, !tag.attribute("type", "AND").equalsIgnoreCase("OR")));
            }
        }
        return parts.isEmpty()
                ? context -> true
                : context -> needsAll
                        ? parts.stream().allMatch(part -> part.test(context))
                        : parts.stream().anyMatch(part -> part.test(context));
    }

    private static Predicate<Map<String, Object>> single(ModuleTypes.Module module, Tag tag) {
        Condition condition = module.plugin().create(tag.attribute("class", ""), Condition.class);
        condition.init(params(tag));
        boolean isInverted = Boolean.parseBoolean(tag.attribute("invert", "false"));
        return context -> condition.shouldDisplay(context) != isInverted;
    }

    /** What the fragment's own provider makes of the context; without one the context as it is. */
    static ContextProvider provider(ModuleTypes.Module module) {
        if (module.xml().child("context-provider").isEmpty()) {
            return new Unchanged();
        }
        Tag tag = module.xml().child("context-provider").get();
        ContextProvider provider = module.plugin().create(tag.attribute("class", ""), ContextProvider.class);
        provider.init(params(tag));
        return provider;
    }

    static Map<String, String> params(Tag tag) {
        Map<String, String> params = new LinkedHashMap<>();
        for (Tag param : tag.children("param")) {
            params.put(param.attribute("name", ""), param.attribute("value").orElse(param.text()));
        }
        return params;
    }

    private static final class Unchanged implements ContextProvider {
        @Override
        public void init(Map<String, String> params) {
            // nothing to read
        }

        @Override
        public Map<String, Object> getContextMap(Map<String, Object> context) {
            return context;
        }
    }
}
