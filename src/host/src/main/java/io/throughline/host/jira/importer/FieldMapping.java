package io.throughline.host.jira.importer;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.host.jira.model.Constant;
import io.throughline.host.jira.model.Constants;
import io.throughline.host.jira.model.FieldTypes;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which custom field of the export is which field here. Known by the type key in {@code schema}, else by its name in {@code names};
 * a field of which neither is known is ignored and counted.
 */
final class FieldMapping {
    private static final Set<String> STORY_POINT_NAMES =
            Set.of("story points", "story point estimate", "story point", "points");
    private static final Set<String> KEPT_TYPES = Set.of(FieldTypes.NUMBER, FieldTypes.TEXT, FieldTypes.TEXT_AREA);
    private static final Map<String, String> TYPES_BY_NAME = Map.of(
            "epic link", FieldTypes.EPIC_LINK,
            "epic name", FieldTypes.EPIC_NAME,
            "parent link", FieldTypes.PARENT_LINK);

    private final Constants constants;
    /** Of files that hold fields and no issues; null in the one that is made of them. */
    private final FieldMapping beside;

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> types = new HashMap<>();
    private final Map<String, Optional<Constant.Field>> targets = new HashMap<>();
    private final Map<String, Integer> ignored = new TreeMap<>();

    /**
     * The fields of one file: ids mean nothing on another site, so what a file says of itself holds for itself alone.
     *
     * @param beside used where the file is silent, may be null
     */
    FieldMapping(Constants constants, FieldMapping beside) {
        this.constants = constants;
        this.beside = beside;
    }

    /** Takes over what another file says. */
    void learnFrom(FieldMapping other) {
        names.putAll(other.names);
        types.putAll(other.types);
    }

    /** How many custom fields are known by name. */
    int size() {
        return names.size();
    }

    private String name(String exportId) {
        return names.getOrDefault(exportId, beside == null ? "" : beside.names.getOrDefault(exportId, ""));
    }

    private String type(String exportId, String lowerName) {
        String fallback = TYPES_BY_NAME.getOrDefault(lowerName, "");
        String besideType = beside == null ? fallback : beside.types.getOrDefault(exportId, fallback);
        return types.getOrDefault(exportId, names.containsKey(exportId) ? fallback : besideType);
    }

    /** A search page's {@code names} and {@code schema}, or one element of {@code /rest/api/2/field}. */
    void learn(JsonNode json) {
        json.path("names")
                .fields()
                .forEachRemaining(
                        name -> names.put(name.getKey(), name.getValue().asText()));
        json.path("schema").fields().forEachRemaining(field -> {
            if (field.getValue().has("custom")) {
                types.put(field.getKey(), field.getValue().path("custom").asText());
            }
        });
        String id = json.path("id").asText("");
        if (id.startsWith("customfield_") && json.path("name").isTextual()) {
            names.put(id, json.path("name").asText());
            if (json.path("schema").has("custom")) {
                types.put(id, json.path("schema").path("custom").asText());
            }
        }
    }

    /** Empty for a field that this host does not keep. */
    Optional<Constant.Field> target(String exportId) {
        return targets.computeIfAbsent(exportId, this::find);
    }

    /** A value that was there and had no home. */
    void ignore(String exportId) {
        String name = name(exportId);
        ignored.merge(name.isEmpty() ? exportId : name, 1, Integer::sum);
    }

    /** How many values of each field were left out. */
    Map<String, Integer> ignored() {
        return ignored;
    }

    private Optional<Constant.Field> find(String exportId) {
        String name = name(exportId);
        String lower = name.toLowerCase(Locale.ROOT);
        String type = type(exportId, lower);
        if (STORY_POINT_NAMES.contains(lower) && (type.isEmpty() || !type.contains("text"))) {
            return Optional.of(constants.storyPoints());
        }
        Optional<Constant.Field> agile = constants
                .fields()
                .first(field -> TYPES_BY_NAME.containsValue(field.typeKey())
                        && field.typeKey().equals(type));
        if (agile.isPresent()) {
            return agile;
        }
        return name.isEmpty() || !KEPT_TYPES.contains(type) ? Optional.empty() : Optional.of(kept(name, type));
    }

    private Constant.Field kept(String name, String type) {
        return constants
                .fields()
                .first(field -> field.name().equals(name) && field.typeKey().equals(type))
                .orElseGet(() -> constants.addField(name, type));
    }
}
