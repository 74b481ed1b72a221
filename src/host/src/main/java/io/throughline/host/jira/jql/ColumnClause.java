package io.throughline.host.jira.jql;

import com.atlassian.query.operator.Operator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A field with at most one value, kept in a column. {@code !=} and {@code not in} leave out issues without a value, as in Jira.
 */
final class ColumnClause extends FieldClause {
    private final String column;
    private final Membership membership;
    private final boolean isOptional;
    private final Resolver resolver;
    private final List<String> sortKeys;

    /** Finds what a literal means: ids, none for a literal that is unknown. */
    interface Resolver {
        Collection<Long> ids(Literal literal);
    }

    /** How the issues are told whose value is among the ids. */
    interface Membership {
        Sql among(Collection<Long> ids);
    }

    ColumnClause(String column, boolean isOptional, Resolver resolver, String... sortKeys) {
        this(column, isOptional, resolver, ids -> Sql.in(column, ids), sortKeys);
    }

    ColumnClause(String column, boolean isOptional, Resolver resolver, Membership membership, String... sortKeys) {
        super(isOptional ? EQUALITY : Set.of(Operator.EQUALS, Operator.NOT_EQUALS, Operator.IN, Operator.NOT_IN));
        this.column = column;
        this.membership = membership;
        this.isOptional = isOptional;
        this.resolver = resolver;
        this.sortKeys = List.of(sortKeys);
    }

    @Override
    Sql sql(Condition condition) throws JqlError {
        List<Long> ids = new ArrayList<>();
        Optional<Literal> unknown = Optional.empty();
        for (Literal value : condition.present()) {
            Collection<Long> found = resolver.ids(value);
            unknown = found.isEmpty() ? unknown.or(() -> Optional.of(value)) : unknown;
            ids.addAll(found);
        }
        if (unknown.isPresent()) {
            throw unknownValue(condition, unknown.get());
        }
        Sql isThere = Sql.of(column + " IS NOT NULL");
        Sql wanted = membership.among(ids);
        Sql matching = condition.hasEmpty() && isOptional ? wanted.or(Sql.of(column + " IS NULL")) : wanted;
        return condition.isPositive() ? matching : isThere.and(wanted.not());
    }

    @Override
    List<String> sortKeys() {
        return sortKeys;
    }
}
