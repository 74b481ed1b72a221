package io.throughline.host.jira.model;

import java.util.Map;
import java.util.Set;

/**
 * What an issue has many of.
 *
 * @param fields custom field values by the field's number; a field without a value is absent
 */
public record IssueParts(
        Set<String> labels,
        Set<Long> components,
        Set<Long> fixVersions,
        Set<Long> affectedVersions,
        Map<Long, FieldValue> fields) {

    public static final IssueParts NONE = new IssueParts(Set.of(), Set.of(), Set.of(), Set.of(), Map.of());

    /** Exactly one of the three is present. */
    public record FieldValue(String text, Double number, Long issue) {
        public static FieldValue ofText(String text) {
            return new FieldValue(text, null, null);
        }

        public static FieldValue ofNumber(double number) {
            return new FieldValue(null, number, null);
        }

        public static FieldValue ofIssue(long id) {
            return new FieldValue(null, null, id);
        }
    }
}
