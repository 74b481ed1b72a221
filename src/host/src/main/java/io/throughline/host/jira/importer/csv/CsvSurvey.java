package io.throughline.host.jira.importer.csv;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the first pass learns of a file. Of each row only its id, key and type are kept. */
final class CsvSurvey {
    private static final Set<String> UNRESOLVED = Set.of(
            "", "unresolved", "none", "nicht erledigt", "unerledigt", "non résolu", "sin resolver", "未解决", "未解決");
    private static final List<Column> DATES = List.of(Column.CREATED, Column.UPDATED, Column.RESOLVED, Column.DUE);

    private final CsvHeader header;
    private final Map<Column, DateColumn> dates = new EnumMap<>(Column.class);
    private final StatusMeanings statuses = new StatusMeanings();
    private final TypeRoles types = new TypeRoles();
    private final Map<String, Integer> typeNumbers = new HashMap<>();
    private final List<String> typeNames = new ArrayList<>();
    /** By issue id and by key; parents are named by either. */
    private final Map<String, Row> rows = new HashMap<>();

    private final Map<String, String> epicsByName = new HashMap<>();
    private final List<Child> children = new ArrayList<>();
    private final Map<String, Values> customFields = new LinkedHashMap<>();
    private long count;

    private record Row(String key, int type) {}

    private record Child(int type, String parent) {}

    private static final class Values {
        private int count;
        private int numbers;
    }

    CsvSurvey(CsvHeader header) {
        this.header = header;
        DATES.forEach(column -> dates.put(column, new DateColumn(column.name().toLowerCase(Locale.ROOT))));
        header.customFields().keySet().forEach(name -> customFields.put(name, new Values()));
    }

    void saw(List<String> cells) {
        count++;
        String key = header.first(Column.KEY, cells);
        String type = header.first(Column.TYPE, cells);
        int number = typeNumbers.computeIfAbsent(type, unseen -> {
            typeNames.add(type);
            return typeNames.size() - 1;
        });
        DATES.forEach(column -> dates.get(column).saw(header.first(column, cells)));
        statuses.saw(
                header.first(Column.STATUS, cells), header.first(Column.STATUS_CATEGORY, cells), isResolved(cells));
        String id = header.first(Column.ID, cells);
        if (header.has(Column.PARENT) || header.has(Column.PARENT_ID)) {
            Row row = new Row(key, number);
            rows.put(key, row);
            if (!id.isEmpty()) {
                rows.put(id, row);
            }
        }
        parent(cells, number, type);
        customFields.forEach((name, values) -> values(name, values, cells, key));
    }

    private void parent(List<String> cells, int type, String typeName) {
        boolean hasDataCenterParent = !header.first(Column.PARENT_ID, cells).isEmpty();
        String cloudParent = header.first(Column.PARENT, cells);
        if (hasDataCenterParent || cloudParent.isEmpty()) {
            types.saw(typeName, hasDataCenterParent);
        } else {
            children.add(new Child(type, cloudParent));
        }
    }

    private void values(String name, Values values, List<String> cells, String key) {
        String value = CsvHeader.first(header.customFields().get(name), cells);
        if (!value.isEmpty()) {
            values.count++;
            values.numbers += CsvNumbers.read(value).isPresent() ? 1 : 0;
            if (name.equalsIgnoreCase("Epic Name")) {
                epicsByName.putIfAbsent(value, key);
            }
        }
    }

    void decide(Report report) {
        for (Child child : children) {
            Row parent = rows.get(child.parent());
            boolean isStandard = parent != null && TypeRoles.level(typeNames.get(parent.type())) == 0;
            types.saw(typeNames.get(child.type()), isStandard);
        }
        children.clear();
        Map<DateOrder, Integer> ofFile = new EnumMap<>(DateOrder.class);
        for (DateOrder order : DateOrder.values()) {
            dates.values().forEach(column -> ofFile.merge(order, column.votes(order), Integer::sum));
        }
        dates.values().forEach(column -> column.decide(ofFile, report));
        types.decide(report);
        statuses.decide(report);
    }

    long count() {
        return count;
    }

    DateColumn dates(Column column) {
        return dates.get(column);
    }

    StatusMeanings statuses() {
        return statuses;
    }

    TypeRoles types() {
        return types;
    }

    /** As the row says, or what its resolution makes of a row that says nothing. */
    String status(List<String> cells) {
        String given = header.first(Column.STATUS, cells);
        return !given.isEmpty()
                ? given
                : StatusMeanings.nameOf(header.first(Column.STATUS_CATEGORY, cells))
                        .orElse(isResolved(cells) ? "Done" : "To Do");
    }

    boolean isResolved(List<String> cells) {
        return !resolution(cells).isEmpty()
                || !header.first(Column.RESOLVED, cells).isEmpty();
    }

    /** Empty for none, whichever word the export has for that. */
    String resolution(List<String> cells) {
        String given = header.first(Column.RESOLUTION, cells);
        return UNRESOLVED.contains(given.toLowerCase(Locale.ROOT)) ? "" : given;
    }

    /** The key of an issue of this file that is named by id or key, or a key of another file. */
    Optional<String> key(String idOrKey) {
        Row row = rows.get(idOrKey);
        boolean isId = idOrKey.chars().allMatch(Character::isDigit);
        return row != null ? Optional.of(row.key()) : isId ? Optional.empty() : Optional.of(idOrKey);
    }

    Optional<String> typeOf(String idOrKey) {
        return Optional.ofNullable(rows.get(idOrKey)).map(row -> typeNames.get(row.type()));
    }

    Optional<String> epicCalled(String name) {
        return Optional.ofNullable(epicsByName.get(name));
    }

    /** Custom fields that hold numbers and nothing else. */
    boolean isNumeric(String customField) {
        Values values = customFields.get(customField);
        return values.count > 0 && values.count == values.numbers;
    }
}
