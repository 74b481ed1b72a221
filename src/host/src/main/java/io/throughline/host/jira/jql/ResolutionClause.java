package io.throughline.host.jira.jql;

import java.util.List;

/** The resolution, where {@code Unresolved} is a word for EMPTY, as in Jira. */
final class ResolutionClause extends FieldClause {
    private static final String UNRESOLVED = "unresolved";

    private final ColumnClause column;

    ResolutionClause(ColumnClause column) {
        super(EQUALITY);
        this.column = column;
    }

    @Override
    Sql sql(Condition condition) throws JqlError {
        List<Literal> values = condition.values().stream()
                .map(value -> UNRESOLVED.equalsIgnoreCase(value.text()) ? Literal.EMPTY : value)
                .toList();
        return column.sql(new Condition(condition.name(), condition.operator(), values));
    }

    @Override
    List<String> sortKeys() {
        return column.sortKeys();
    }
}
