package io.throughline.app.map;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The layouts of maps, each made once for as long as the structure that it follows from stays the same. A layout is the
 * same on every node, so each keeps its own.
 */
@JiraComponent
public class MapLayouts {
    /** As many maps as are looked at in a while; one of 200 objectives has some 50 kB. */
    private static final int KEPT = 100;

    private final Map<MapStructure, MapLayout> known = new LinkedHashMap<>(16, 0.75f, true);

    @Inject
    public MapLayouts() {}

    public MapLayout of(MapStructure structure) {
        synchronized (known) {
            MapLayout before = known.get(structure);
            if (before != null) {
                return before;
            }
        }
        MapLayout made = new Layering(structure).layout();
        synchronized (known) {
            known.put(structure, made);
            if (known.size() > KEPT) {
                known.remove(known.keySet().iterator().next());
            }
        }
        return made;
    }
}
