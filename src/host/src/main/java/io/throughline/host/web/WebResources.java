package io.throughline.host.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every web resource of the node by complete key, and the order in which a page needs them. */
final class WebResources {

    private static final Logger LOG = LoggerFactory.getLogger(WebResources.class);

    private final Map<String, WebResource> byKey = new ConcurrentSkipListMap<>();

    void add(WebResource resource) {
        byKey.put(resource.completeKey(), resource);
    }

    void remove(WebResource resource) {
        byKey.remove(resource.completeKey(), resource);
    }

    Optional<WebResource> find(String completeKey) {
        return Optional.ofNullable(byKey.get(completeKey));
    }

    /** All that is needed, each after what it depends on, and nothing twice. A missing one is logged and left out. */
    Collection<WebResource> inOrder(Collection<String> keys, Collection<String> contexts) {
        Map<String, WebResource> ordered = new LinkedHashMap<>();
        List<String> wanted = new ArrayList<>();
        for (String context : contexts) {
            byKey.values().stream()
                    .filter(resource -> resource.contexts().contains(context))
                    .forEach(resource -> wanted.add(resource.completeKey()));
        }
        wanted.addAll(keys);
        wanted.forEach(key -> append(key, ordered, new LinkedHashSet<>()));
        return ordered.values();
    }

    private void append(String key, Map<String, WebResource> ordered, Set<String> path) {
        if (ordered.containsKey(key)) {
            return;
        }
        WebResource resource = byKey.get(key);
        if (resource == null) {
            LOG.warn("Web resource {} is required{} but nobody has it", key, path.isEmpty() ? "" : " by " + path);
            return;
        }
        if (!path.add(key)) {
            LOG.warn("Web resources depend on each other in a circle: {}", path);
            return;
        }
        resource.dependencies().forEach(dependency -> append(dependency, ordered, path));
        path.remove(key);
        ordered.put(key, resource);
    }
}
