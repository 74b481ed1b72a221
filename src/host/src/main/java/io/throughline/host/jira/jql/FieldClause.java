package io.throughline.host.jira.jql;

import com.atlassian.query.operator.Operator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How the conditions on one field become SQL. {@code i} is the issue. */
abstract class FieldClause {
    static final Set<Operator> EQUALITY =
            Set.of(Operator.EQUALS, Operator.NOT_EQUALS, Operator.IN, Operator.NOT_IN, Operator.IS, Operator.IS_NOT);
    static final Set<Operator> ORDER =
            Set.of(Operator.LESS_THAN, Operator.LESS_THAN_EQUALS, Operator.GREATER_THAN, Operator.GREATER_THAN_EQUALS);
    static final Set<Operator> TEXT = Set.of(Operator.LIKE, Operator.NOT_LIKE, Operator.IS, Operator.IS_NOT);

    private final Set<Operator> operators;

    FieldClause(Set<Operator> operators) {
        this.operators = operators;
    }

    /** @throws JqlError for a value the field does not know */
    abstract Sql sql(Condition condition) throws JqlError;

    /** What to order by, best first, each without a direction; empty when the field cannot be sorted by. */
    List<String> sortKeys() {
        return List.of();
    }

    /** True for fields whose unnamed direction is newest or most important first. */
    boolean isDescendingByDefault() {
        return false;
    }

    final Sql checked(Condition condition) throws JqlError {
        if (!operators.contains(condition.operator())) {
            throw new JqlError("The operator '" + condition.operator().getDisplayString()
                    + "' is not supported by the '" + condition.name() + "' field.");
        }
        boolean isState = condition.operator() == Operator.IS || condition.operator() == Operator.IS_NOT;
        Optional<Literal> value = condition.present().stream().findFirst();
        if (isState && value.isPresent()) {
            throw new JqlError("The value '" + value.get() + "' is not supported by the '"
                    + condition.operator().getDisplayString() + "' operator: use EMPTY.");
        }
        return sql(condition);
    }

    static JqlError unknownValue(Condition condition, Literal value) {
        return new JqlError("The value '" + value + "' does not exist for the field '" + condition.name() + "'.");
    }
}
