package io.throughline.host.jira.jql;

import io.throughline.host.jira.model.IssueParts;
import io.throughline.host.jira.model.IssueRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** An ORDER BY of up to three fields and what it means: a missing value is the greatest, and the key decides in the end. */
record Ordering(String jql, Comparator<IssueRow> comparator) {

    private static final Comparator<IssueRow> KEY = Comparator.comparing(
                    (IssueRow row) -> row.key().substring(0, row.key().indexOf('-')))
            .thenComparing(IssueRow::number);

    static Ordering random(JqlWorld world) {
        List<Ordering> fields = new ArrayList<>(List.of(
                new Ordering("key", KEY),
                by("created", IssueRow::created),
                by("updated", IssueRow::updated),
                by("due", IssueRow::due),
                by("\"Story Points\"", row -> points(world, row))));
        Collections.shuffle(fields, world.random());
        List<String> words = new ArrayList<>();
        Comparator<IssueRow> order = (one, other) -> 0;
        for (Ordering field : fields.subList(0, world.random().nextInt(4))) {
            boolean isDescending = world.random().nextBoolean();
            words.add(field.jql + (isDescending ? " DESC" : " ASC"));
            order = order.thenComparing(isDescending ? field.comparator.reversed() : field.comparator);
        }
        return new Ordering(
                words.isEmpty() ? "" : " ORDER BY " + String.join(", ", words), order.thenComparing(KEY.reversed()));
    }

    private static <T extends Comparable<? super T>> Ordering by(String jql, Function<IssueRow, T> value) {
        return new Ordering(jql, Comparator.comparing(value, Comparator.nullsLast(Comparator.naturalOrder())));
    }

    private static Double points(JqlWorld world, IssueRow row) {
        IssueParts.FieldValue value = world.parts
                .get(row.id())
                .fields()
                .get(world.jira.data().constants().storyPoints().id());
        return value == null ? null : value.number();
    }
}
