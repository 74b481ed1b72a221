package io.throughline.host.plugin;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The module types this node knows. */
final class ModuleRegistry implements ModuleTypes {

    private final Map<String, ModuleType> types = new ConcurrentHashMap<>();

    @Override
    public void register(String element, ModuleType type) {
        if (types.putIfAbsent(element, type) != null) {
            throw new IllegalStateException("two module types for <" + element + ">");
        }
    }

    Optional<ModuleType> find(String element) {
        return Optional.ofNullable(types.get(element));
    }
}
