package io.throughline.host.jira.jql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The order of a search: what the query asks for and then, so that pages never overlap, the key, newest first. An absent value is the
 * greatest.
 */
record Order(List<Key> keys) {
    /** Not by a join: its tables may be gone through in the wrong order, which for a million issues is minutes. */
    static final String PROJECT = project("p.project_key");

    /** One thing to sort by. */
    record Key(String sql, boolean isDescending) {
        @Override
        public String toString() {
            return sql + (isDescending ? " DESC NULLS FIRST" : " ASC NULLS LAST");
        }
    }

    Order {
        List<Key> all = new ArrayList<>(keys);
        all.add(new Key(PROJECT, true));
        all.add(new Key("i.num", true));
        keys = List.copyOf(all);
    }

    String sql() {
        return String.join(", ", keys.stream().map(Key::toString).toList());
    }

    /** True when whole projects follow one another. */
    boolean isByProject() {
        return keys.get(0).sql().equals(PROJECT);
    }

    /** The first key, when it is a column that is never absent and has an index of its own. */
    Optional<Key> indexed() {
        return Optional.of(keys.get(0)).filter(key -> INDEXED.contains(key.sql()));
    }

    /** What the project of the issue {@code i} has in that column of {@code p}. */
    static String project(String column) {
        return "(SELECT " + column + " FROM jira_project p WHERE p.id = i.project_id)";
    }

    private static final List<String> INDEXED = List.of("i.created", "i.updated");
}
