package io.throughline.host.jira.importer;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.jira.issue.Issue;
import io.throughline.host.jira.TestJira;
import io.throughline.host.jira.model.FieldTypes;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class CsvImportTest {
    private final TestJira jira = new TestJira();

    @TempDir
    Path folder;

    private ImportSummary run(String csv) throws IOException {
        return run(csv.getBytes(StandardCharsets.UTF_8));
    }

    private ImportSummary run(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("export.csv"), bytes);
        return new JiraImport(
                        jira.services, new PrintStream(OutputStream.nullOutputStream()), folder.resolve("left-out.txt"))
                .run(List.of(file));
    }

    private Issue read(String key) {
        return jira.services.issueManager().getIssueByCurrentKey(key);
    }

    private Object value(String key, String type) {
        return jira.services.customFieldManager().getCustomFieldObjects().stream()
                .filter(field -> field.getCustomFieldType().getKey().equals(type))
                .findFirst()
                .orElseThrow()
                .getValue(read(key));
    }

    @Test
    void anExportOfDataCenterComesInWithItsHierarchyAndRepeatedColumns() throws IOException {
        ImportSummary summary = run("""
                \uFEFFSummary,Issue key,Issue id,Parent id,Issue Type,Status,Project key,Project name,Priority,Resolution,Assignee,\
                Created,Updated,Resolved,Fix Version/s,Fix Version/s,Component/s,Component/s,Labels,Labels,Description,\
                Original Estimate,Inward issue link (Blocks),Outward issue link (Blocks),Custom field (Epic Link),\
                Custom field (Epic Name),Custom field (Story Points),Custom field (Risk),Sprint,Sprint,Comment
                The epic,OPS-1,501,,Epic,Open,OPS,Operations,High,,mei,12/Jan/24 3:04 PM,13/Jan/24 12:00 AM,,,,,,,,,,,,,Big one,,,,,
                A story,OPS-2,502,,Story,Closed,OPS,Operations,Low,Done,mei,12/Jan/24 3:04 PM,14/Jan/24 9:00 AM,14/Jan/24 9:00 AM,\
                1.0,1.1,Control,Winter,red,blue,"two
                lines, ""quoted""\",28800,OPS-1,,OPS-1,,3.0,0.5,S 1,S 2,hello
                A part,OPS-3,503,502,Technik,Open,OPS,Operations,,,,12/Jan/24 3:04 PM,12/Jan/24 3:04 PM,,,,,,,,,,,OPS-1,,,,,,,
                """);

        assertThat(summary.text()).contains("3 issues read, 3 imported, 0 skipped");
        assertThat(jira.count("SELECT count(*) FROM jira_issue_version")).isEqualTo(2);
        assertThat(jira.count("SELECT count(*) FROM jira_issue_component")).isEqualTo(2);
        assertThat(read("OPS-2").getLabels()).hasSize(2);
        assertThat(jira.data().issues().findByKey("OPS-2").orElseThrow().description())
                .isEqualTo("two\nlines, \"quoted\"");
        assertThat(value("OPS-2", FieldTypes.EPIC_LINK)).isEqualTo(read("OPS-1"));
        assertThat(value("OPS-1", FieldTypes.EPIC_NAME)).isEqualTo("Big one");
        assertThat(value("OPS-2", FieldTypes.NUMBER)).isEqualTo(3.0);
        assertThat(read("OPS-2").getOriginalEstimate()).isEqualTo(28_800L);
        assertThat(read("OPS-1").getCreated().toInstant()).hasToString("2024-01-12T15:04:00Z");
        assertThat(read("OPS-2").getStatus().getStatusCategory().getKey()).isEqualTo("done");
        assertThat(read("OPS-3").getParentObject()).isEqualTo(read("OPS-2"));
        assertThat(jira.count("SELECT count(*) FROM jira_link")).isEqualTo(2);
        assertThat(summary.text())
                .contains("Technik")
                .contains("Sprint 2")
                .contains("Comment 1")
                .doesNotContain("Status Category");
    }

    @Test
    void anExportOfCloudNamesParentsByKeyOrIdWhateverTheirLevel() throws IOException {
        run("""
                Issue Type,Issue key,Issue id,Summary,Assignee,Assignee Id,Status,Status Category,Parent,Parent key,Parent summary,Created
                Initiative,IMP-1,1,top,,,Backlog,To Do,,,,2024-01-12 15:04
                Epic,IMP-2,2,epic,,,Building,In Progress,1,IMP-1,top,2024-01-12 15:04
                Story,IMP-3,3,story,Mei Lin,5f:1,Shipped,Done,2,IMP-2,epic,2024-01-12 15:04
                Sub-task,IMP-4,4,part,,,Shipped,Done,3,,,2024-01-12 15:04
                """);

        assertThat(value("IMP-2", FieldTypes.PARENT_LINK)).hasToString("IMP-1");
        assertThat(value("IMP-3", FieldTypes.EPIC_LINK)).hasToString("IMP-2");
        assertThat(read("IMP-4").getParentObject()).hasToString("IMP-3");
        assertThat(read("IMP-3").getStatus().getStatusCategory().getKey()).isEqualTo("done");
        assertThat(jira.count("SELECT count(*) FROM jira_issue WHERE assignee = '5f:1'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12/Jan/24 3:04 PM            | 2024-01-12T15:04:00Z
            12/Jan/24 12:04 AM           | 2024-01-12T00:04:00Z
            2024-01-12 15:04             | 2024-01-12T15:04:00Z
            2024-01-12T15:04:05.000+0100 | 2024-01-12T14:04:05Z
            12.01.2024 15:04             | 2024-01-12T15:04:00Z
            12.1.2024 15.04              | 2024-01-12T15:04:00Z
            Jan 12, 2024                 | 2024-01-12T00:00:00Z
            Jan 12, 2024, 3:04:05 PM     | 2024-01-12T15:04:05Z
            12. Januar 2024 15:04 Uhr    | 2024-01-12T15:04:00Z
            13/déc./23 15:04             | 2023-12-13T15:04:00Z
            12 févr. 2024 à 15:04        | 2024-02-12T15:04:00Z
            12/mars/24                   | 2024-03-12T00:00:00Z
            12 de enero de 2024          | 2024-01-12T00:00:00Z
            12/янв./24 3:04 PM           | 2024-01-12T15:04:00Z
            12/paź/24 15:04              | 2024-10-12T15:04:00Z
            2024年1月12日 15:04           | 2024-01-12T15:04:00Z
            2024/01/12 下午3:04           | 2024-01-12T15:04:00Z
            24/12/31 15:04               | 2031-12-24T15:04:00Z
            1/31/24 3:04 PM              | 2024-01-31T15:04:00Z
            31/1/24 15:04                | 2024-01-31T15:04:00Z
            Fri, 12 Jan 2024 15:04:05 GMT| 2024-01-12T15:04:05Z
            """)
    void datesOfManyPlacesAreRead(String written, String instant) throws IOException {
        ImportSummary summary = run("Issue key;Created\nA-1;\"" + written + "\"\n");

        assertThat(read("A-1").getCreated().toInstant()).as(summary.text()).hasToString(instant);
    }

    @Test
    void oneDateThatFitsOnlyOneOrderDecidesForTheWholeColumnAndForOpenOnesBesideIt() throws IOException {
        ImportSummary summary =
                run("Issue key,Created,Due date\nA-1,03/04/2024,05/06/2024\nA-2,04/25/2024,05/06/2024\n");

        assertThat(read("A-1").getCreated().toInstant()).hasToString("2024-03-04T00:00:00Z");
        assertThat(jira.count("SELECT count(*) FROM jira_issue WHERE due = DATE '2024-05-06'"))
                .isEqualTo(2);
        assertThat(summary.text())
                .contains(
                        "dates of column created read as month/day/year", "dates of column due read as month/day/year");
    }

    @Test
    void whatFitsBothOrdersIsSaidAndWhatFitsNoneIsNamed() throws IOException {
        ImportSummary summary = run("Issue key,Created\nA-1,03/04/2024\nA-2,soon\nA-3,2024-02-31\n");

        assertThat(read("A-1").getCreated().toInstant()).hasToString("2024-04-03T00:00:00Z");
        assertThat(summary.text())
                .contains("please check")
                .contains("2 dates that cannot be read (A-2 (line 3): created soon; A-3 (line 4): created 2024-02-31)");
        assertThat(summary.imported()).isEqualTo(3);
    }

    @Test
    void unknownStatusesGetTheCategoryThatTheirRowsSuggestAndThatIsSaid() throws IOException {
        ImportSummary summary = run(
                "Issue key;Status;Resolution\nA-1;Live;Fixed\nA-2;Live;Fixed\nA-3;Live;Unresolved\nA-4;Baking;\nA-5;;\n");

        assertThat(read("A-3").getStatus().getStatusCategory().getKey()).isEqualTo("done");
        assertThat(read("A-3").getResolution()).isNull();
        assertThat(read("A-4").getStatus().getStatusCategory().getKey()).isEqualTo("indeterminate");
        assertThat(read("A-5").getStatus().getStatusCategory().getKey()).isEqualTo("new");
        assertThat(summary.text())
                .contains(
                        "live = Done (2 of 3 resolved)",
                        "baking = In Progress (0 of 1 resolved)",
                        "1 issues without a status, taken from category or resolution");
    }

    @Test
    void rowsThatAreNoIssuesAreNamedWithLineKeyAndReason() throws IOException {
        ImportSummary summary =
                run("Issue key,Summary\nA-1,one\n,nameless\nnonsense,two\nA-1,again\n,\nA-2,\"open\nA-3,x\n");

        assertThat(summary.seen()).isEqualTo(6);
        assertThat(summary.imported()).isEqualTo(1);
        assertThat(summary.repeated()).isEqualTo(1);
        assertThat(summary.firstRefused())
                .containsExactly(
                        "export.csv line 3: no issue key",
                        "export.csv line 4, nonsense: this is no issue key",
                        "export.csv line 6: an empty row",
                        "export.csv line 7, A-2: a quote is opened in this row and never closed, so the 2 lines to the end of the"
                                + " file cannot be told apart");
        assertThat(Files.readString(folder.resolve("left-out.txt")))
                .contains("export.csv line 5, A-1: its key came before in this import")
                .contains("line 6: an empty row");
    }

    @Test
    void aSecondRunAddsWhatIsNewAndCountsTheKeysThatExist() throws IOException {
        run("Issue key\nA-1\nA-2\n");
        ImportSummary second = run("Issue key\nA-1\nA-2\nA-3\n");

        assertThat(second.text()).contains("3 issues read, 1 imported, 2 skipped because their key exists");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8,''",
        "windows-1252,read as windows-1252",
        "UTF-16LE,read as UTF-16LE",
        "UTF-16BE,read as UTF-16BE"
    })
    void encodingsAreFoundAndSaid(String charset, String said) throws IOException {
        String mark = charset.startsWith("UTF-16") ? "\uFEFF" : "";
        ImportSummary summary = run((mark
                        + "Issue key\tSummary\nA-1\tGrüße aus Łódź\n"
                                .replace(
                                        charset.startsWith("w") ? "Łódź" : " ", charset.startsWith("w") ? "Köln" : " "))
                .getBytes(Charset.forName(charset)));

        assertThat(read("A-1").getSummary()).startsWith("Grüße aus ");
        assertThat(summary.text()).contains(said).contains("separated by tabs");
    }

    @Test
    void threeHundredColumnsAreNoTrouble() throws IOException {
        String headings = IntStream.range(0, 297)
                .mapToObj(at -> at % 3 == 0 ? "Comment" : "Custom field (Field " + at + ")")
                .collect(Collectors.joining(","));
        String cells = IntStream.range(0, 297)
                .mapToObj(at -> at % 2 == 0 ? "" : "text " + at)
                .collect(Collectors.joining(","));

        ImportSummary summary =
                run("Issue key,Summary,Custom field (Cost)," + headings + "\nA-1,wide,12.5," + cells + "\n");

        assertThat(summary.imported()).isEqualTo(1);
        assertThat(summary.text()).contains("fields this host does not keep", "Comment 49", "more");
        assertThat(jira.count("SELECT count(*) FROM jira_custom_value WHERE number_value = 12.5"))
                .isEqualTo(1);
    }

    @Test
    void headingsOfOtherLanguagesAreKnown() throws IOException {
        run(
                "Vorgangsschlüssel;Zusammenfassung;Vorgangstyp;Status;Lösung;Erstellt;Benutzerdefiniertes Feld (Story Points)\n"
                        + "A-7;Prüfen;Unteraufgabe;Erledigt;Fertig;12. März 2024 15:04;3,5\n");

        assertThat(read("A-7").getSummary()).isEqualTo("Prüfen");
        assertThat(read("A-7").getIssueType().isSubTask()).isTrue();
        assertThat(read("A-7").getStatus().getStatusCategory().getKey()).isEqualTo("done");
        assertThat(read("A-7").getCreated().toInstant()).hasToString("2024-03-12T15:04:00Z");
        assertThat(value("A-7", FieldTypes.NUMBER)).isEqualTo(3.5);
    }
}
