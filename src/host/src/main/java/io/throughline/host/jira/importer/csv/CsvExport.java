package io.throughline.host.jira.importer.csv;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One CSV file of issues. {@link #open} goes through it once, {@link #read} a second time. */
public final class CsvExport {
    private static final int LONGEST_CELL = 64 << 20;
    private static final String FLOAT = "com.atlassian.jira.plugin.system.customfieldtypes:float";
    private static final Set<String> REFERENCES = Set.of("epic link", "parent link");
    private static final Set<String> STORY_POINTS = Set.of("story points", "story point estimate");

    private final CsvSource source;
    private final CsvHeader header;
    private final CsvSurvey survey;
    private final Report report;

    /** Takes every row that names an issue. */
    public interface Sink {
        /** @param line where the row begins, the first line of the file being 1 */
        void accept(ObjectNode issue, long line);
    }

    /** Opens the file from its start, unpacked. */
    public interface Bytes {
        InputStream open() throws IOException;
    }

    private CsvExport(CsvSource source, CsvHeader header, CsvSurvey survey, Report report) {
        this.source = source;
        this.header = header;
        this.survey = survey;
        this.report = report;
    }

    /**
     * Learns what only the whole file tells.
     *
     * @throws IOException when no column holds issue keys; it names the columns there are
     */
    public static CsvExport open(String name, Bytes bytes, Report report) throws IOException {
        CsvSource source = CsvSource.of(bytes::open, report);
        CsvHeader header = null;
        CsvSurvey survey = null;
        try (QuoteWatch text = source.reader(bytes.open());
                CsvReader<CsvRecord> records = records(text, source.separator())) {
            for (CsvRecord each : records) {
                if (header == null) {
                    header = new CsvHeader(each.getFields());
                    requireKeys(name, header, each.getFields());
                    survey = new CsvSurvey(header);
                } else {
                    survey.saw(each.getFields());
                }
            }
        }
        if (header == null) {
            throw new IOException(name + " is empty");
        }
        survey.decide(report);
        return new CsvExport(source, header, survey, report);
    }

    private static void requireKeys(String name, CsvHeader header, List<String> headings) throws IOException {
        if (!header.has(Column.KEY)) {
            List<String> shown = headings.subList(0, Math.min(12, headings.size()));
            throw new IOException(name
                    + " is neither JSON nor a CSV export of Jira: no column is called \"Issue key\"; its first line is "
                    + shortened(String.join(", ", shown)));
        }
    }

    private static String shortened(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300) + "…";
    }

    private static CsvReader<CsvRecord> records(QuoteWatch text, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(LONGEST_CELL)
                .ofCsvRecord(text);
    }

    /** Rows below the headings. */
    public long rows() {
        return survey.count();
    }

    /** Names and types of the custom fields, as a search page of Jira's REST would give them. */
    public ObjectNode metadata() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode names = json.putObject("names");
        ObjectNode schema = json.putObject("schema");
        header.customFields().keySet().forEach(name -> {
            names.put("customfield_" + name, name);
            if (survey.isNumeric(name) && !isReference(name)) {
                schema.putObject("customfield_" + name).put("custom", FLOAT);
            }
        });
        return json;
    }

    static boolean isReference(String customField) {
        return REFERENCES.contains(customField.toLowerCase(Locale.ROOT));
    }

    static boolean isStoryPoints(String customField) {
        return STORY_POINTS.contains(customField.toLowerCase(Locale.ROOT));
    }

    static boolean isEpicName(String customField) {
        return customField.equalsIgnoreCase("epic name");
    }

    /** Hands out the rows. A row without a key, and the rest of a file whose last quote is never closed, are refused by line. */
    public void read(Bytes counted, ZoneId zone, Sink sink) throws IOException {
        CsvRow rows = new CsvRow(header, survey, zone, report);
        Map<String, Integer> leftOut = new HashMap<>();
        boolean isHeader = true;
        Pending last = null;
        try (QuoteWatch text = source.reader(counted.open());
                CsvReader<CsvRecord> records = records(text, source.separator())) {
            for (CsvRecord each : records) {
                if (!isHeader) {
                    hand(last, rows, sink, leftOut);
                    last = new Pending(each.getFields(), each.getStartingLineNumber());
                }
                isHeader = false;
            }
            if (last != null && text.isOpen()) {
                refuseRest(last);
            } else {
                hand(last, rows, sink, leftOut);
            }
        }
        leftOut.forEach(report::leftOut);
    }

    /** A row is held back until the next one shows that it was whole. */
    private record Pending(List<String> cells, long line) {}

    private void hand(Pending row, CsvRow rows, Sink sink, Map<String, Integer> leftOut) {
        if (row == null) {
            return;
        }
        String key = header.first(Column.KEY, row.cells());
        if (key.isEmpty()) {
            report.refused(
                    row.line(), key, row.cells().stream().allMatch(String::isBlank) ? "an empty row" : "no issue key");
            return;
        }
        String where = key + " (line " + row.line() + ")";
        if (row.cells().size() != header.width()) {
            report.odd(
                    "rows with more or fewer cells than there are headings",
                    where + ": " + row.cells().size());
        }
        count(row.cells(), leftOut);
        sink.accept(rows.issue(row.cells(), where), row.line());
    }

    private void refuseRest(Pending row) {
        long lines = row.cells().get(row.cells().size() - 1).lines().count();
        report.refused(
                row.line(),
                header.first(Column.KEY, row.cells()),
                "a quote is opened in this row and never closed, so the " + lines
                        + " lines to the end of the file cannot be told apart");
    }

    private void count(List<String> cells, Map<String, Integer> leftOut) {
        header.others().forEach((name, places) -> values(name, places, cells, leftOut));
        header.customFields().forEach((name, places) -> {
            boolean isKept = survey.isNumeric(name) || isReference(name) || isStoryPoints(name) || isEpicName(name);
            values(name, isKept ? places.subList(1, places.size()) : places, cells, leftOut);
        });
    }

    private static void values(String name, List<Integer> places, List<String> cells, Map<String, Integer> leftOut) {
        for (int at : places) {
            if (at < cells.size() && !cells.get(at).isBlank()) {
                leftOut.merge(name, 1, Integer::sum);
            }
        }
    }
}
