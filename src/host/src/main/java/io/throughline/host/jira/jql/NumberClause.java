package io.throughline.host.jira.jql;

import com.atlassian.query.operator.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A number field; {@code column} is an expression that is null when there is no value. */
final class NumberClause extends FieldClause {
    private static final Set<Operator> OPERATORS =
            Stream.concat(EQUALITY.stream(), ORDER.stream()).collect(Collectors.toUnmodifiableSet());

    private final String column;

    NumberClause(String column) {
        super(OPERATORS);
        this.column = column;
    }

    @Override
    Sql sql(Condition condition) throws JqlError {
        List<Sql> wanted = new ArrayList<>();
        String sign = condition.isRelational() ? condition.operator().getDisplayString() : "=";
        for (Literal value : condition.present()) {
            wanted.add(Sql.of(column + " " + sign + " ?", number(condition, value)));
        }
        Sql matching = Sql.any(wanted);
        if (condition.isRelational()) {
            return matching;
        }
        if (!condition.isPositive()) {
            return Sql.of(column + " IS NOT NULL").and(matching.not());
        }
        return condition.hasEmpty() ? matching.or(Sql.of(column + " IS NULL")) : matching;
    }

    private static double number(Condition condition, Literal value) throws JqlError {
        try {
            return Double.parseDouble(value.text());
        } catch (NumberFormatException notANumber) {
            throw new JqlError("Value '" + value + "' for field '" + condition.name() + "' is not a number.");
        }
    }

    @Override
    List<String> sortKeys() {
        return List.of(column);
    }
}
