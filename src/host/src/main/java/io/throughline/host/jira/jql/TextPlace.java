package io.throughline.host.jira.jql;

import java.util.function.UnaryOperator;

/** Where words of an issue stand. */
interface TextPlace {

    /** That there is any text. */
    Sql isFilled();

    /** That the condition holds here; it is made for an expression that has the text. */
    Sql where(UnaryOperator<String> condition, Object value);

    /** A column of the issue itself, null or empty when there is no text. */
    record Column(String column) implements TextPlace {
        @Override
        public Sql isFilled() {
            return Sql.of(column + " IS NOT NULL AND " + column + " <> ''");
        }

        @Override
        public Sql where(UnaryOperator<String> condition, Object value) {
            return Sql.of("coalesce(" + condition.apply(column) + ", FALSE)", value);
        }
    }

    /**
     * A column of rows that belong to issues. They are gone through once, and not for every issue.
     *
     * @param rows {@code table x WHERE …}, open for one more condition; the table has an {@code issue_id}
     */
    record Rows(String rows, String column) implements TextPlace {
        @Override
        public Sql isFilled() {
            return Sql.of("EXISTS (SELECT 1 FROM " + rows + "x.issue_id = i.id AND " + column + " <> '')");
        }

        @Override
        public Sql where(UnaryOperator<String> condition, Object value) {
            return Sql.of(
                    "i.id IN (SELECT x.issue_id FROM " + rows + column + " IS NOT NULL AND " + condition.apply(column)
                            + ")",
                    value);
        }
    }
}
