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

    private final String rows;
    private final String sortKey;

    /**
     * @param rows {@code FROM jira_custom_value v WHERE …}, open for one more condition
     * @param sortKey the number, or null, of the issue {@code i}
     */
    NumberClause(String rows, String sortKey) {
        super(OPERATORS);
        this.rows = rows;
        this.sortKey = sortKey;
    }

    @Override
    Sql sql(Condition condition) throws JqlError {
        List<Sql> wanted = new ArrayList<>();
        String sign = condition.isRelational() ? condition.operator().getDisplayString() : "=";
        for (Literal value : condition.present()) {
            wanted.add(Sql.of("v.number_value " + sign + " ?", number(condition, value)));
        }
        // the field's numbers have an index; going from them to the issues asks no issue in vain
        Sql matching = wanted.isEmpty()
                ? Sql.NOTHING
                : Sql.any(wanted).within("i.id IN (SELECT v.issue_id " + rows + "(", "))");
        if (condition.isRelational()) {
            return matching;
        }
        Sql isThere = Sql.of("EXISTS (SELECT 1 " + rows + "v.issue_id = i.id AND v.number_value IS NOT NULL)");
        if (!condition.isPositive()) {
            return isThere.and(matching.not());
        }
        return condition.hasEmpty() ? matching.or(isThere.not()) : matching;
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
        return List.of(sortKey);
    }
}
