package io.throughline.host.jira.jql;

import com.atlassian.query.Query;
import com.atlassian.query.clause.Clause;
import com.atlassian.query.operand.EmptyOperand;
import com.atlassian.query.operand.FunctionOperand;
import com.atlassian.query.operand.MultiValueOperand;
import com.atlassian.query.operand.Operand;
import com.atlassian.query.operand.SingleValueOperand;
import com.atlassian.query.operator.Operator;
import com.atlassian.query.order.SearchSort;
import com.atlassian.query.order.SortOrder;
import io.throughline.host.jira.jql.JqlWords.Kind;
import io.throughline.host.jira.jql.JqlWords.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads JQL by recursive descent: OR binds weakest, then AND, then NOT. History operators (WAS, CHANGED) are not read. */
public final class JqlParser {
    private static final Map<String, Operator> SIGNS = Map.of(
            "=", Operator.EQUALS,
            "!=", Operator.NOT_EQUALS,
            "~", Operator.LIKE,
            "!~", Operator.NOT_LIKE,
            "<", Operator.LESS_THAN,
            "<=", Operator.LESS_THAN_EQUALS,
            ">", Operator.GREATER_THAN,
            ">=", Operator.GREATER_THAN_EQUALS);

    private final List<Word> words;
    private int at;

    private JqlParser(List<Word> words) {
        this.words = words;
    }

    /** @param jql may be empty: then everything matches */
    public static Query parse(String jql) throws JqlError {
        JqlParser parser = new JqlParser(JqlWords.split(jql));
        Clause where = parser.isAtOrder() || parser.isAtEnd() ? null : parser.or();
        ParsedQuery.Order order = parser.isAtOrder() ? parser.order() : null;
        if (!parser.isAtEnd()) {
            throw parser.unexpected("Expecting either 'OR' or 'AND'");
        }
        return new ParsedQuery(where, order, jql);
    }

    private Clause or() throws JqlError {
        List<Clause> parts = new ArrayList<>(List.of(and()));
        while (take("OR", "||", "|")) {
            parts.add(and());
        }
        return parts.size() == 1 ? parts.get(0) : new ParsedQuery.Or(List.copyOf(parts));
    }

    private Clause and() throws JqlError {
        List<Clause> parts = new ArrayList<>(List.of(not()));
        while (take("AND", "&&", "&")) {
            parts.add(not());
        }
        return parts.size() == 1 ? parts.get(0) : new ParsedQuery.And(List.copyOf(parts));
    }

    private Clause not() throws JqlError {
        if (take("NOT", "!", "!")) {
            return new ParsedQuery.Not(not());
        }
        if (peek().isSign("(")) {
            at++;
            Clause inner = or();
            closeBracket();
            return inner;
        }
        return terminal();
    }

    private Clause terminal() throws JqlError {
        Word field = peek();
        if (field.kind() != Kind.WORD && field.kind() != Kind.QUOTED || isReserved(field)) {
            throw unexpected("Expecting a field name");
        }
        at++;
        Operator operator = operator();
        Operand operand = operand();
        boolean isList = operator == Operator.IN || operator == Operator.NOT_IN;
        if (operand instanceof MultiValueOperand && !isList) {
            throw new JqlError("Operator '" + operator.getDisplayString() + "' does not support the list value "
                    + operand.getDisplayString() + " for field '" + field.text() + "'.");
        }
        if (isList && !(operand instanceof MultiValueOperand || operand instanceof FunctionOperand)) {
            throw new JqlError("Operator '" + operator.getDisplayString()
                    + "' does not support the non-list value '"
                    + words.get(at - 1).text() + "' for field '" + field.text()
                    + "'.");
        }
        return new ParsedQuery.Terminal(field.text(), operator, operand);
    }

    private Operator operator() throws JqlError {
        Word word = peek();
        Operator sign = word.kind() == Kind.SIGN ? SIGNS.get(word.text()) : null;
        if (sign != null) {
            at++;
            return sign;
        }
        if (take("IN", null, null)) {
            return Operator.IN;
        }
        if (take("IS", null, null)) {
            return take("NOT", null, null) ? Operator.IS_NOT : Operator.IS;
        }
        if (take("NOT", null, null) && take("IN", null, null)) {
            return Operator.NOT_IN;
        }
        throw unexpected(
                "Expecting operator",
                ". The valid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN',"
                        + " 'NOT IN', 'IS' and 'IS NOT'.");
    }

    private Operand operand() throws JqlError {
        Word word = peek();
        at++;
        if (word.isSign("(")) {
            return list();
        }
        if (word.kind() == Kind.QUOTED) {
            return new SingleValueOperand(word.text());
        }
        if (word.kind() != Kind.WORD) {
            at--;
            throw unexpected("Expecting either a value, list or function");
        }
        if (peek().isSign("(")) {
            at++;
            return new FunctionOperand(word.text(), arguments());
        }
        if (word.is("EMPTY") || word.is("NULL")) {
            return EmptyOperand.EMPTY;
        }
        return word.text().matches("-?[0-9]{1,18}")
                ? new SingleValueOperand(Long.valueOf(word.text()))
                : new SingleValueOperand(word.text());
    }

    private Operand list() throws JqlError {
        List<Operand> values = new ArrayList<>();
        do {
            values.add(operand());
        } while (take(null, ",", null));
        closeBracket();
        return new MultiValueOperand(values);
    }

    private List<String> arguments() throws JqlError {
        List<String> arguments = new ArrayList<>();
        if (peek().isSign(")")) {
            at++;
            return arguments;
        }
        do {
            Word word = peek();
            if (word.kind() != Kind.WORD && word.kind() != Kind.QUOTED) {
                throw unexpected("Expecting a function argument");
            }
            arguments.add(word.text());
            at++;
        } while (take(null, ",", null));
        closeBracket();
        return arguments;
    }

    private ParsedQuery.Order order() throws JqlError {
        at += 2;
        List<SearchSort> sorts = new ArrayList<>();
        do {
            Word field = peek();
            if (field.kind() != Kind.WORD && field.kind() != Kind.QUOTED) {
                throw unexpected("Expecting a field name");
            }
            at++;
            SortOrder direction =
                    take("ASC", null, null) ? SortOrder.ASC : take("DESC", null, null) ? SortOrder.DESC : null;
            sorts.add(new SearchSort(field.text(), direction));
        } while (take(null, ",", null));
        return new ParsedQuery.Order(List.copyOf(sorts));
    }

    private boolean isAtOrder() {
        return peek().is("ORDER") && words.get(at + 1).is("BY");
    }

    private boolean isAtEnd() {
        return peek().kind() == Kind.END;
    }

    private Word peek() {
        return words.get(at);
    }

    private void closeBracket() throws JqlError {
        if (!take(null, ")", null)) {
            throw unexpected("Expecting ')'");
        }
    }

    /** Goes past the next word if it is that word or one of the signs. */
    private boolean take(String word, String sign, String otherSign) {
        Word next = peek();
        boolean isIt = word != null && next.is(word)
                || next.kind() == Kind.SIGN
                        && (next.text().equals(sign) || next.text().equals(otherSign));
        if (isIt) {
            at++;
        }
        return isIt;
    }

    private static boolean isReserved(Word word) {
        return word.kind() == Kind.WORD
                && List.of("and", "or", "not", "in", "is", "empty", "null", "order", "by", "was", "changed")
                        .contains(word.text().toLowerCase(Locale.ROOT));
    }

    private JqlError unexpected(String expected) {
        return unexpected(expected, "");
    }

    private JqlError unexpected(String expected, String hint) {
        Word got = peek();
        String what = got.kind() == Kind.END
                ? expected + " before the end of the query" + hint
                : expected + " but got '" + got.text() + "'" + hint;
        return new JqlError(
                "Error in the JQL Query: " + what + (hint.isEmpty() ? "." : "") + " " + JqlWords.place(got.position()));
    }
}
