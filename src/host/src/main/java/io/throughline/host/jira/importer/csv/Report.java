package io.throughline.host.jira.importer.csv;

/** Where a file's peculiarities are said. */
public interface Report {
    /** Something about the whole file. */
    void note(String note);

    /** Something about one row, which is imported all the same. */
    void odd(String what, String example);

    /** A row that is not imported. */
    void refused(long line, String key, String reason);

    /** How many values a column had that this host does not keep. */
    void leftOut(String column, int values);
}
