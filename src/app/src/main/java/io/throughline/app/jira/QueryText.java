package io.throughline.app.jira;

/** JQL as text. */
final class QueryText {
    private QueryText() {}

    /** The conditions of a query, without its ORDER BY: a set has no order. Empty for a query that only sorts. */
    static String conditions(String jql) {
        char quote = 0;
        for (int at = 0; at < jql.length(); at++) {
            char letter = jql.charAt(at);
            if (letter == '\\') {
                at++; // whatever follows is no quote
            } else if (quote != 0) {
                quote = letter == quote ? 0 : quote;
            } else if (letter == '"' || letter == '\'') {
                quote = letter;
            } else if (isOrderBy(jql, at)) {
                return jql.substring(0, at).strip();
            }
        }
        return jql.strip();
    }

    private static boolean isOrderBy(String jql, int at) {
        boolean isWordStart = at == 0 || !isWord(jql.charAt(at - 1));
        if (!isWordStart || !jql.regionMatches(true, at, "order", 0, 5)) {
            return false;
        }
        int next = at + 5;
        while (next < jql.length() && Character.isWhitespace(jql.charAt(next))) {
            next++;
        }
        boolean isBy = next > at + 5 && jql.regionMatches(true, next, "by", 0, 2);
        return isBy && (next + 2 == jql.length() || !isWord(jql.charAt(next + 2)));
    }

    private static boolean isWord(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '_' || letter == '.' || letter == '-';
    }

    /** A query for what is in both. */
    static String and(String conditions, String more) {
        return conditions.isEmpty() ? more : "(" + conditions + ") AND " + more;
    }
}
