package io.throughline.host.jira.workflow;

import io.throughline.host.plugin.ModuleTypes;
import io.throughline.host.plugin.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The module types of workflow rules, and the modules of them that are enabled. */
public final class RuleModules {

    private final Map<String, RuleModule> byKey = new ConcurrentSkipListMap<>();

    public void registerTypes(ModuleTypes types) {
        for (RuleKind kind : RuleKind.values()) {
            types.register(kind.element(), module -> enable(kind, module));
        }
    }

    private AutoCloseable enable(RuleKind kind, ModuleTypes.Module module) {
        String className = module.xml()
                .child(kind.classElement())
                .map(Tag::text)
                .orElseThrow(() -> new IllegalArgumentException(
                        kind.element() + " " + module.completeKey() + " has no <" + kind.classElement() + ">"));
        Class<?> rule = module.plugin().load(className);
        if (!kind.rule().isAssignableFrom(rule)) {
            throw new IllegalArgumentException(
                    className + " is not a " + kind.rule().getName());
        }
        RuleModule made = new RuleModule(kind, module, module.createFromClassAttribute(kind.factory()), className);
        byKey.put(made.key(), made);
        return () -> byKey.remove(made.key());
    }

    public Optional<RuleModule> find(String completeKey) {
        return Optional.ofNullable(byKey.get(completeKey));
    }

    /** By key. */
    public List<RuleModule> all() {
        return List.copyOf(byKey.values());
    }
}
