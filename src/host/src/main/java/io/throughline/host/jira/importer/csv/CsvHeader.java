package io.throughline.host.jira.importer.csv;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first line. A heading that repeats is one field with several values. What is neither a field of Jira nor a custom field nor an
 * issue link is kept by its heading, to be counted and said.
 */
final class CsvHeader {
    private static final Pattern WITH_NAME = Pattern.compile("(.+?)\\s*\\((.+)\\)");
    private static final Pattern LINK = Pattern.compile(
            "(inward|outward|eingehende|ausgehende|entrante|saliente|entrant|sortant).*(link|verknüpfung|vínculo|lien).*");
    private static final Pattern CUSTOM =
            Pattern.compile("custom field|benutzerdefinierte[s]? feld(er)?|champ[s]? personnalisé[s]?"
                    + "|campo personalizado|campo personalizzato|aangepast veld|pole niestandardowe|пользовательское поле|カスタム ?フィールド"
                    + "|自定义字段|사용자 정의 필드");
    private static final Set<String> KNOWN_FIELDS =
            Set.of("epic link", "epic name", "parent link", "story points", "story point estimate");
    private static final Set<String> OUTWARD = Set.of("outward", "ausgehende", "saliente", "sortant");

    private final int width;
    private final Map<Column, List<Integer>> columns = new EnumMap<>(Column.class);
    private final Map<String, List<Integer>> customFields = new LinkedHashMap<>();
    private final Map<Integer, Link> links = new LinkedHashMap<>();
    private final Map<String, List<Integer>> others = new LinkedHashMap<>();

    /** An issue link's type, and which end the row is. */
    record Link(String type, boolean isOutward) {}

    CsvHeader(List<String> headings) {
        width = headings.size();
        for (int at = 0; at < width; at++) {
            place(headings.get(at).strip(), at);
        }
    }

    private void place(String heading, int at) {
        String plain = Headings.plain(heading);
        Column column = Column.BY_HEADING.get(plain);
        Matcher named = WITH_NAME.matcher(heading);
        boolean isNamed = column == null && named.matches();
        String before = isNamed ? named.group(1).toLowerCase(Locale.ROOT) : "";
        if (column != null) {
            columns.computeIfAbsent(column, unseen -> new ArrayList<>()).add(at);
        } else if (isNamed && LINK.matcher(before).matches()) {
            links.put(at, new Link(named.group(2), OUTWARD.stream().anyMatch(before::startsWith)));
        } else if (isNamed && CUSTOM.matcher(before).matches()) {
            customFields
                    .computeIfAbsent(named.group(2).strip(), unseen -> new ArrayList<>())
                    .add(at);
        } else if (KNOWN_FIELDS.contains(plain)) {
            customFields.computeIfAbsent(heading, unseen -> new ArrayList<>()).add(at);
        } else {
            others.computeIfAbsent(heading.isEmpty() ? "(no heading)" : heading, unseen -> new ArrayList<>())
                    .add(at);
        }
    }

    int width() {
        return width;
    }

    boolean has(Column column) {
        return columns.containsKey(column);
    }

    Map<String, List<Integer>> customFields() {
        return customFields;
    }

    Map<Integer, Link> links() {
        return links;
    }

    /** Comments, watchers, sprints and the like. */
    Map<String, List<Integer>> others() {
        return others;
    }

    /** The first value that is there; empty for none. */
    String first(Column column, List<String> cells) {
        return first(columns.getOrDefault(column, List.of()), cells);
    }

    static String first(List<Integer> places, List<String> cells) {
        for (int at : places) {
            if (at < cells.size() && !cells.get(at).isBlank()) {
                return cells.get(at).strip();
            }
        }
        return "";
    }

    /** Every value that is there. */
    List<String> every(Column column, List<String> cells) {
        List<String> values = new ArrayList<>();
        for (int at : columns.getOrDefault(column, List.of())) {
            if (at < cells.size() && !cells.get(at).isBlank()) {
                values.add(cells.get(at).strip());
            }
        }
        return values;
    }
}
