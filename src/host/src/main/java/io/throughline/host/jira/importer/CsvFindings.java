package io.throughline.host.jira.importer;

import io.throughline.host.jira.importer.csv.Report;

/** Brings what a CSV file has to say of itself into the summary. */
record CsvFindings(String file, ImportSummary summary) implements Report {
    @Override
    public void note(String note) {
        summary.note(file + ": " + note);
    }

    @Override
    public void odd(String what, String example) {
        summary.odd(what, example);
    }

    @Override
    public void refused(long line, String key, String reason) {
        summary.saw();
        summary.refused(file + " line " + line + (key.isEmpty() ? "" : ", " + key), reason);
    }

    @Override
    public void leftOut(String column, int values) {
        summary.ignoredField(column, values);
    }
}
