package io.throughline.host.jira.jql;

import java.util.ArrayList;
import java.util.List;

/** Splits JQL into words, quoted strings and signs. */
final class JqlWords {
    private static final String SIGNS = "=!<>()~,|&";
    private static final List<String> LONG_SIGNS = List.of("!=", "!~", "<=", ">=", "||", "&&");

    private final String jql;
    private int at;

    enum Kind {
        WORD,
        QUOTED,
        SIGN,
        END
    }

    /** @param position of its first character, from 0 */
    record Word(Kind kind, String text, int position) {
        boolean is(String word) {
            return kind == Kind.WORD && text.equalsIgnoreCase(word);
        }

        boolean isSign(String sign) {
            return kind == Kind.SIGN && text.equals(sign);
        }
    }

    private JqlWords(String jql) {
        this.jql = jql;
    }

    static List<Word> split(String jql) throws JqlError {
        JqlWords words = new JqlWords(jql);
        List<Word> all = new ArrayList<>();
        Word word;
        do {
            word = words.next();
            all.add(word);
        } while (word.kind() != Kind.END);
        return all;
    }

    private Word next() throws JqlError {
        while (at < jql.length() && Character.isWhitespace(jql.charAt(at))) {
            at++;
        }
        if (at >= jql.length()) {
            return new Word(Kind.END, "", at);
        }
        char first = jql.charAt(at);
        if (first == '"' || first == '\'') {
            return quoted(first);
        }
        return SIGNS.indexOf(first) >= 0 ? sign() : bare();
    }

    private Word sign() {
        int start = at;
        String two = jql.substring(at, Math.min(at + 2, jql.length()));
        String sign = LONG_SIGNS.contains(two) ? two : two.substring(0, 1);
        at += sign.length();
        return new Word(Kind.SIGN, sign, start);
    }

    private Word bare() {
        int start = at;
        while (at < jql.length()
                && !Character.isWhitespace(jql.charAt(at))
                && SIGNS.indexOf(jql.charAt(at)) < 0
                && jql.charAt(at) != '"') {
            at++;
        }
        return new Word(Kind.WORD, jql.substring(start, at), start);
    }

    private Word quoted(char quote) throws JqlError {
        int start = at++;
        StringBuilder text = new StringBuilder();
        while (at < jql.length() && jql.charAt(at) != quote) {
            char c = jql.charAt(at++);
            text.append(c == '\\' ? escaped(start) : c);
        }
        if (at >= jql.length()) {
            throw new JqlError(
                    "Error in the JQL Query: The quoted string '" + text + "' has not been completed. " + place(start));
        }
        at++;
        return new Word(Kind.QUOTED, text.toString(), start);
    }

    private char escaped(int start) throws JqlError {
        char c = at < jql.length() ? jql.charAt(at++) : 0;
        switch (c) {
            case 'n':
                return '\n';
            case 't':
                return '\t';
            case 'r':
                return '\r';
            case '\\', '"', '\'', ' ':
                return c;
            case 'u':
                if (at + 4 <= jql.length() && jql.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
                    at += 4;
                    return (char) Integer.parseInt(jql.substring(at - 4, at), 16);
                }
                break;
            default:
                break;
        }
        throw new JqlError("Error in the JQL Query: '\\" + c + "' is an illegal JQL escape sequence. " + place(start));
    }

    /** All queries are one line as far as this host is concerned. */
    static String place(int position) {
        return "(line 1, character " + (position + 1) + ")";
    }
}
