package io.throughline.host.jira.jql;

import com.atlassian.query.Query;
import com.atlassian.query.clause.Clause;
import com.atlassian.query.clause.TerminalClause;
import com.atlassian.query.operand.Operand;
import com.atlassian.query.operator.Operator;
import com.atlassian.query.order.OrderBy;
import com.atlassian.query.order.SearchSort;
import java.util.List;
import java.util.stream.Collectors;

/** A parsed query as the platform's tree. */
public record ParsedQuery(Clause getWhereClause, OrderBy getOrderByClause, String getQueryString) implements Query {

    record And(List<Clause> getClauses) implements Clause {
        @Override
        public String getName() {
            return "AND";
        }

        @Override
        public String toString() {
            return joined(getClauses, " AND ");
        }
    }

    record Or(List<Clause> getClauses) implements Clause {
        @Override
        public String getName() {
            return "OR";
        }

        @Override
        public String toString() {
            return joined(getClauses, " OR ");
        }
    }

    record Not(Clause inner) implements Clause {
        @Override
        public String getName() {
            return "NOT";
        }

        @Override
        public List<Clause> getClauses() {
            return List.of(inner);
        }

        @Override
        public String toString() {
            return "NOT " + bracketed(inner);
        }
    }

    record Terminal(String getName, Operator getOperator, Operand getOperand) implements TerminalClause {
        @Override
        public List<Clause> getClauses() {
            return List.of();
        }

        @Override
        public String toString() {
            String name = getName.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '[' || c == ']')
                    ? getName
                    : '"' + getName + '"';
            return name + " " + getOperator.getDisplayString() + " " + getOperand.getDisplayString();
        }
    }

    record Order(List<SearchSort> getSearchSorts) implements OrderBy {
        @Override
        public String toString() {
            return getSearchSorts.stream()
                    .map(sort -> '"'
                            + sort.getField()
                            + '"'
                            + (sort.getSortOrder() == null ? "" : " " + sort.getSortOrder()))
                    .collect(Collectors.joining(", ", "ORDER BY ", ""));
        }
    }

    private static String joined(List<Clause> clauses, String between) {
        return clauses.stream().map(ParsedQuery::bracketed).collect(Collectors.joining(between));
    }

    private static String bracketed(Clause clause) {
        return clause instanceof TerminalClause ? clause.toString() : "(" + clause + ")";
    }

    /** The query as text, made from the tree. */
    public static String text(Query query) {
        String where =
                query.getWhereClause() == null ? "" : query.getWhereClause().toString();
        String order =
                query.getOrderByClause() == null ? "" : query.getOrderByClause().toString();
        return (where + " " + order).trim();
    }
}
