package io.throughline.host.jira.importer.csv;

/** What three numbers of a date mean, from left to right. */
enum DateOrder {
    DAY_MONTH_YEAR("day/month/year"),
    MONTH_DAY_YEAR("month/day/year"),
    YEAR_MONTH_DAY("year/month/day");

    private final String words;

    DateOrder(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
