package io.throughline.host.jira.jql;

import com.atlassian.jira.jql.operand.QueryLiteral;
import com.atlassian.jira.plugin.jql.function.JqlFunction;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.query.Query;
import com.atlassian.query.clause.Clause;
import com.atlassian.query.clause.TerminalClause;
import com.atlassian.query.operand.EmptyOperand;
import com.atlassian.query.operand.FunctionOperand;
import com.atlassian.query.operand.MultiValueOperand;
import com.atlassian.query.operand.Operand;
import com.atlassian.query.operand.SingleValueOperand;
import com.atlassian.query.operator.Operator;
import com.atlassian.query.order.SearchSort;
import com.atlassian.query.order.SortOrder;
import io.throughline.host.jira.model.JiraData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Turns a query tree into SQL for one searcher. NOT is pushed down to the conditions first, as Jira does, so that {@code NOT
 * resolution = Fixed} means {@code resolution != Fixed} and leaves out unresolved issues.
 */
final class JqlTranslator {
    private final JiraData data;
    private final JqlFields fields;
    private final JqlFunctions functions;
    private final JqlDates dates;
    private final ApplicationUser searcher;
    private final boolean isSecurityOverridden;
    private final List<String> errors = new ArrayList<>();

    JqlTranslator(
            JiraData data,
            JqlFields fields,
            JqlFunctions functions,
            JqlDates dates,
            ApplicationUser searcher,
            boolean isSecurityOverridden) {
        this.data = data;
        this.fields = fields;
        this.functions = functions;
        this.dates = dates;
        this.searcher = searcher;
        this.isSecurityOverridden = isSecurityOverridden;
    }

    /** @throws JqlError with everything that is wrong with the query */
    Sql where(Query query) throws JqlError {
        Sql sql = query.getWhereClause() == null ? Sql.EVERYTHING : sql(query.getWhereClause(), false);
        if (!errors.isEmpty()) {
            throw new JqlError(errors.stream().distinct().toList());
        }
        return sql;
    }

    Order order(Query query) throws JqlError {
        List<Order.Key> keys = new ArrayList<>();
        List<SearchSort> sorts = query.getOrderByClause() == null
                ? List.of()
                : query.getOrderByClause().getSearchSorts();
        for (SearchSort sort : sorts) {
            FieldClause field = fields.find(sort.getField())
                    .filter(found -> !found.sortKeys().isEmpty())
                    .orElseThrow(() -> new JqlError("Not able to sort using field '" + sort.getField() + "'."));
            boolean isDescending =
                    sort.getSortOrder() == null ? field.isDescendingByDefault() : sort.getSortOrder() == SortOrder.DESC;
            field.sortKeys().forEach(key -> keys.add(new Order.Key(key, isDescending)));
        }
        return new Order(keys);
    }

    private Sql sql(Clause clause, boolean isNegated) {
        if (clause instanceof TerminalClause terminal) {
            try {
                return terminal(terminal, isNegated);
            } catch (JqlError error) {
                errors.addAll(error.messages());
                return Sql.NOTHING;
            }
        }
        boolean isNot = clause.getName().equals("NOT");
        List<Sql> parts = clause.getClauses().stream()
                .map(part -> sql(part, isNegated != isNot))
                .toList();
        boolean isAnd = clause.getName().equals("AND") != isNegated;
        return isNot || isAnd ? Sql.all(parts) : Sql.any(parts);
    }

    private Sql terminal(TerminalClause clause, boolean isNegated) throws JqlError {
        Operator operator = isNegated ? opposite(clause.getOperator()) : clause.getOperator();
        FieldClause field = fields.find(clause.getName())
                .orElseThrow(() -> new JqlError(
                        "Field '" + clause.getName() + "' does not exist or you do not have permission to view it."));
        List<Literal> values = new ArrayList<>();
        Optional<Sql> ids = Optional.empty();
        for (Operand operand : operands(clause.getOperand())) {
            Optional<JqlFunction> plugin =
                    operand instanceof FunctionOperand call ? functions.find(call.getName()) : Optional.empty();
            if (plugin.isPresent() && field instanceof IssueKeyClause) {
                List<Long> found = issueIds(call(plugin.get(), (FunctionOperand) operand, clause));
                ids = Optional.of(Sql.in("i.id", found).or(ids.orElse(Sql.NOTHING)));
            } else {
                values.addAll(literals(operand, clause));
            }
        }
        Condition condition = new Condition(clause.getName(), operator, values);
        if (ids.isEmpty()) {
            return field.checked(condition);
        }
        Sql others = values.isEmpty() ? Sql.NOTHING : field.checked(condition);
        Sql fromFunctions = ids.get();
        return condition.isPositive()
                ? fromFunctions.or(others)
                : fromFunctions.not().and(values.isEmpty() ? Sql.EVERYTHING : others);
    }

    private static List<Operand> operands(Operand operand) {
        return operand instanceof MultiValueOperand list ? list.getValues() : List.of(operand);
    }

    private List<Literal> literals(Operand operand, TerminalClause clause) throws JqlError {
        if (operand instanceof EmptyOperand) {
            return List.of(Literal.EMPTY);
        }
        if (operand instanceof SingleValueOperand value) {
            return value.getLongValue() == null
                    ? List.of(new Literal(value.getStringValue(), null))
                    : List.of(number(value, clause));
        }
        FunctionOperand function = (FunctionOperand) operand;
        Optional<JqlFunction> plugin = functions.find(function.getName());
        return plugin.isPresent()
                ? call(plugin.get(), function, clause).stream()
                        .map(JqlTranslator::literal)
                        .toList()
                : builtIn(function);
    }

    /** A number on a date field is a text like any other: years are not milliseconds. */
    private Literal number(SingleValueOperand value, TerminalClause clause) {
        boolean isDate = fields.find(clause.getName())
                .filter(DateClause.class::isInstance)
                .isPresent();
        return new Literal(value.getLongValue().toString(), isDate ? null : value.getLongValue());
    }

    private static Literal literal(QueryLiteral literal) {
        return literal.getLongValue() == null
                ? new Literal(literal.getStringValue(), null)
                : new Literal(literal.getLongValue().toString(), literal.getLongValue());
    }

    private List<QueryLiteral> call(JqlFunction function, FunctionOperand operand, TerminalClause clause)
            throws JqlError {
        if (operand.getArgs().size() < function.getMinimumNumberOfExpectedArguments()) {
            throw new JqlError("Function '" + operand.getName() + "' expected at least '"
                    + function.getMinimumNumberOfExpectedArguments() + "' arguments but received '"
                    + operand.getArgs().size() + "'.");
        }
        MessageSet messages = function.validate(searcher, operand, clause);
        if (messages.hasAnyErrors()) {
            throw new JqlError(List.copyOf(messages.getErrorMessages()));
        }
        if (function.isList() != (clause.getOperator() == Operator.IN || clause.getOperator() == Operator.NOT_IN)
                && function.isList()) {
            throw new JqlError("Operator '" + clause.getOperator().getDisplayString()
                    + "' does not support the list function '" + operand.getName() + "'.");
        }
        return function.getValues(new Context(searcher, isSecurityOverridden), operand, clause);
    }

    private record Context(ApplicationUser getApplicationUser, boolean isSecurityOverriden)
            implements com.atlassian.jira.jql.query.QueryCreationContext {}

    private List<Long> issueIds(List<QueryLiteral> literals) {
        List<Long> ids = new ArrayList<>();
        for (QueryLiteral literal : literals) {
            if (literal.getLongValue() != null) {
                ids.add(literal.getLongValue());
            } else {
                data.issues().findByAnyKey(literal.getStringValue()).ifPresent(row -> ids.add(row.id()));
            }
        }
        return ids;
    }

    private List<Literal> builtIn(FunctionOperand function) throws JqlError {
        switch (function.getName().toLowerCase(Locale.ROOT)) {
            case "currentuser":
                return searcher == null ? List.of() : List.of(new Literal(searcher.getKey(), null));
            case "standardissuetypes":
                return types(false);
            case "subtaskissuetypes":
                return types(true);
            default:
                Optional<Instant> date = dates.function(function.getName(), function.getArgs());
                return List.of(date.map(instant -> new Literal("" + instant.toEpochMilli(), instant.toEpochMilli()))
                        .orElseThrow(() -> new JqlError("Unable to find JQL function '" + function.getName() + "("
                                + String.join(", ", function.getArgs()) + ")'.")));
        }
    }

    private List<Literal> types(boolean isSubtask) {
        return data.constants().types().all().stream()
                .filter(type -> type.isSubtask() == isSubtask)
                .map(type -> new Literal(Long.toString(type.id()), type.id()))
                .toList();
    }

    private static Operator opposite(Operator operator) {
        return switch (operator) {
            case EQUALS -> Operator.NOT_EQUALS;
            case NOT_EQUALS -> Operator.EQUALS;
            case IN -> Operator.NOT_IN;
            case NOT_IN -> Operator.IN;
            case IS -> Operator.IS_NOT;
            case IS_NOT -> Operator.IS;
            case LIKE -> Operator.NOT_LIKE;
            case NOT_LIKE -> Operator.LIKE;
            case LESS_THAN -> Operator.GREATER_THAN_EQUALS;
            case LESS_THAN_EQUALS -> Operator.GREATER_THAN;
            case GREATER_THAN -> Operator.LESS_THAN_EQUALS;
            case GREATER_THAN_EQUALS -> Operator.LESS_THAN;
        };
    }
}
