package io.throughline.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.app.rest.App.Reply;
import io.throughline.app.web.Csv;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tree and scorecard as sheets that a spreadsheet opens, and that calculate nothing. */
class SheetsTest {
    private final App app = App.fresh().withSample();

    /** Reads as RFC 4180 says: written here anew, so that it does not share a mistake with the writer. */
    private static List<List<String>> parsed(String sheet, char separator) {
        assertThat(sheet).startsWith("\uFEFF");
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        String text = sheet.substring(1);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append(c);
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == separator || c == '\n') {
                line.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        assertThat(cell).isEmpty();
        return lines;
    }

    private List<List<String>> sheet(String path) {
        Reply reply = app.raw("GET", path, null);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=utf-8");
        return parsed(reply.text(), ',');
    }

    @Test
    void theTreeIsOneLineForEachNode() {
        List<List<String>> lines = sheet("plans/PLAN-1/tree.csv");

        assertThat(lines)
                .allSatisfy(line -> assertThat(line).hasSize(lines.get(0).size()));
        assertThat(lines.stream().map(line -> line.get(2)))
                .containsExactly("Key", "PLAN-1", "TH-1", "OBJ-1", "KPI-1", "1");
        assertThat(lines.get(4).get(9)).isEqualTo("1.5");
    }

    @Test
    void theScorecardIsOneLineForEachRowAndKpi() {
        List<List<String>> lines = sheet("plans/PLAN-1/scorecard.csv");

        assertThat(lines.stream().map(line -> line.get(2))).containsExactly("Key", "OBJ-1", "KPI-1");
        assertThat(lines.get(2)).contains("1.5", "2", "2026-06-30");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\uFF1D1+1", "=HYPERLINK(\"http://x\",\"y\")"})
    void aNameThatLooksLikeAFormulaIsText(String name) {
        app.put(
                        "themes/TH-1",
                        io.throughline.app.store.Json.write(io.throughline.app.store.Json.object()
                                .put("plan", "PLAN-1")
                                .put("name", name)),
                        1)
                .expect(200);

        assertThat(sheet("plans/PLAN-1/tree.csv").get(2).get(3)).isEqualTo("'" + name);
    }

    @Test
    void whatMayNotBeSeenHasNoNameInASheetEither() {
        app.post("links", "{'objective':'OBJ-1','target':{'kind':'ISSUE','ref':'SECRET-1'}}")
                .expect(201);

        String seen = app.as("dev").raw("GET", "plans/PLAN-1/tree.csv", null).text();

        assertThat(seen).doesNotContain("SECRET").contains("(hidden)");
    }

    @Test
    void whoWritesTheCommaIntoNumbersGetsSemicolons() {
        String sheet = new Csv(Locale.GERMANY)
                .line(Arrays.asList("a;b", 1.5, null, "x \"y\"\nz", -3))
                .toString();

        assertThat(parsed(sheet, ';')).containsExactly(List.of("a;b", "1,5", "", "x \"y\"\nz", "-3"));
    }
}
