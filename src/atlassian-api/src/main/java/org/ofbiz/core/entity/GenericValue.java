package org.ofbiz.core.entity;

import java.util.List;
import java.util.Map;

/**
 * A row of the entity engine. Only what a change log needs; the engine's own constructors take its model and are not declared.
 *
 * <p>Source: dossier 3.8 [V8]
 */
public class GenericValue {
    private final Map<String, String> columns;
    private final Map<String, List<GenericValue>> related;

    protected GenericValue(Map<String, String> columns, Map<String, List<GenericValue>> related) {
        this.columns = columns;
        this.related = related;
    }

    public String getString(String name) {
        return columns.get(name);
    }

    public List<GenericValue> getRelated(String relationName) throws GenericEntityException {
        return related.getOrDefault(relationName, List.of());
    }
}
