package io.throughline.host.jira.jql;

import java.util.ArrayList;
import java.util.List;

/**
 * A field with any number of values, kept in a table of its own. {@code !=} means: has values, and none of them is this one.
 */
final class SetClause extends FieldClause {
    private final String rows;
    private final Resolver resolver;

    /** Makes the condition that a row of the table matches the literal; null when the literal is unknown. */
    interface Resolver {
        Sql matches(Literal literal);
    }

    /** @param rows {@code FROM table x WHERE …}, open for one more condition; the table has an {@code issue_id} */
    SetClause(String rows, Resolver resolver) {
        super(EQUALITY);
        this.rows = rows;
        this.resolver = resolver;
    }

    @Override
    Sql sql(Condition condition) throws JqlError {
        List<Sql> wanted = new ArrayList<>();
        for (Literal value : condition.present()) {
            Sql matches = resolver.matches(value);
            if (matches == null) {
                throw unknownValue(condition, value);
            }
            wanted.add(matches);
        }
        Sql hasAny = Sql.of("EXISTS (SELECT 1 " + rows + "x.issue_id = i.id)");
        // the rows are gone through once, and not for every issue
        Sql hasWanted = wanted.isEmpty()
                ? Sql.NOTHING
                : Sql.any(wanted).within("i.id IN (SELECT x.issue_id " + rows + "(", "))");
        if (!condition.isPositive()) {
            return hasAny.and(hasWanted.not());
        }
        return condition.hasEmpty() ? hasWanted.or(hasAny.not()) : hasWanted;
    }
}
