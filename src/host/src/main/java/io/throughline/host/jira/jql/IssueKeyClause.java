package io.throughline.host.jira.jql;

import com.atlassian.query.operator.Operator;
import io.throughline.host.jira.model.IssueRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The issue itself, by key or id. {@code key > ABC-10} compares numbers inside the project ABC, as in Jira. */
final class IssueKeyClause extends FieldClause {
    private static final Set<Operator> OPERATORS = Stream.concat(
                    ORDER.stream(), Stream.of(Operator.EQUALS, Operator.NOT_EQUALS, Operator.IN, Operator.NOT_IN))
            .collect(Collectors.toUnmodifiableSet());

    private final IssueLookup issues;

    IssueKeyClause(IssueLookup issues) {
        super(OPERATORS);
        this.issues = issues;
    }

    @Override
    Sql sql(Condition condition) throws JqlError {
        List<IssueRow> rows = new ArrayList<>();
        for (Literal value : condition.present()) {
            rows.add(issues.find(value)
                    .orElseThrow(() -> new JqlError("An issue with "
                            + (value.number() == null ? "key" : "id") + " '" + value + "' does not exist for field '"
                            + condition.name() + "'.")));
        }
        if (condition.isRelational()) {
            return Sql.any(rows.stream()
                    .map(row -> Sql.of(
                            "i.project_id = ? AND i.num " + condition.operator().getDisplayString() + " ?",
                            row.projectId(),
                            row.number()))
                    .toList());
        }
        Sql matching = Sql.in("i.id", rows.stream().map(IssueRow::id).toList());
        return condition.isPositive() ? matching : matching.not();
    }

    @Override
    List<String> sortKeys() {
        return List.of(Order.PROJECT, "i.num");
    }
}
