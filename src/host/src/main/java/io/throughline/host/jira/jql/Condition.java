package io.throughline.host.jira.jql;

import com.atlassian.query.operator.Operator;
import java.util.List;

/**
 * One condition with its values.
 *
 * @param name the field as written, for messages
 */
record Condition(String name, Operator operator, List<Literal> values) {

    /** {@code =}, {@code in}, {@code is}, {@code ~}: the condition wants the values. */
    boolean isPositive() {
        return switch (operator) {
            case EQUALS, IN, IS, LIKE -> true;
            default -> false;
        };
    }

    boolean isRelational() {
        return switch (operator) {
            case LESS_THAN, LESS_THAN_EQUALS, GREATER_THAN, GREATER_THAN_EQUALS -> true;
            default -> false;
        };
    }

    boolean hasEmpty() {
        return values.stream().anyMatch(Literal::isEmpty);
    }

    List<Literal> present() {
        return values.stream().filter(value -> !value.isEmpty()).toList();
    }
}
