package io.throughline.host.jira.importer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.host.jira.TestJira;
import io.throughline.host.jira.model.FieldTypes;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Exports of real Jira instances, whose counts are known. They are not part of the project: the test is skipped unless THROUGHLINE_DATA
 * (environment or system property) names the folder that holds them.
 */
@Tag("slow")
class RealDataTest {
    private final TestJira jira = new TestJira();

    @TempDir
    Path folder;

    private static Path file(String name) {
        String folder = System.getProperty("THROUGHLINE_DATA", System.getenv("THROUGHLINE_DATA"));
        Assumptions.assumeTrue(
                folder != null, "skipped: THROUGHLINE_DATA does not name the folder of the real exports");
        Path file = Path.of(folder, name);
        Assumptions.assumeTrue(Files.exists(file), "skipped: there is no " + file);
        return file;
    }

    private ImportSummary run(Path... files) throws IOException {
        return new JiraImport(jira.services, new PrintStream(OutputStream.nullOutputStream())).run(List.of(files));
    }

    @Test
    void theWholeTitaniumProjectComesInAsItsReadmeCountsIt() throws IOException {
        ImportSummary summary = run(file("titanium-agile-json/issues-all-slim.jsonl.gz"));
        System.err.println(summary.text());

        assertThat(summary.imported()).isEqualTo(22_371);
        assertThat(summary.byType())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "Bug",
                        15_941,
                        "New Feature",
                        2_453,
                        "Improvement",
                        1_369,
                        "Sub-task",
                        1_232,
                        "Story",
                        1_223,
                        "Epic",
                        109,
                        "Technical task",
                        44));
        assertThat(summary.byCategory())
                .containsExactlyInAnyOrderEntriesOf(Map.of("done", 19_953, "new", 2_381, "indeterminate", 37));
        assertThat(summary.resolvedEpics()).isEqualTo(573);
        assertThat(summary.openEpics()).containsExactlyInAnyOrderEntriesOf(Map.of("TIMOB", 189, "TISTUD", 6, "MOD", 3));
        assertThat(summary.resolvedParents()).isEqualTo(880);
        assertThat(summary.openParents()).containsExactlyInAnyOrderEntriesOf(Map.of("PROC", 396));
        assertThat(summary.oddities("done issues without a resolution date")).isEqualTo(56);
        assertThat(summary.oddities("issues that are not done and have a resolution date"))
                .isZero();
        assertThat(summary.oddities("issues without an assignee")).isEqualTo(2_040);
        assertThat(summary.oddities("issues without a priority")).isEqualTo(429);
        assertStored();
    }

    /** The same counts from the tables, and no reference into nothing. */
    private void assertStored() {
        long epicLink = jira.data().constants().field(FieldTypes.EPIC_LINK).id();
        assertThat(jira.count("SELECT count(*) FROM jira_issue")).isEqualTo(22_371);
        assertThat(jira.count("SELECT count(*) FROM jira_custom_value WHERE field_id = " + epicLink))
                .isEqualTo(573);
        assertThat(jira.count("SELECT count(DISTINCT issue_value) FROM jira_custom_value WHERE field_id = " + epicLink))
                .isEqualTo(66);
        assertThat(jira.count("SELECT count(*) FROM jira_issue WHERE parent_id IS NOT NULL"))
                .isEqualTo(880);
        assertThat(jira.count("SELECT count(*) FROM jira_issue WHERE parent_id IS NOT NULL AND parent_id NOT IN"
                        + " (SELECT id FROM jira_issue)"))
                .isZero();
        assertThat(jira.count("SELECT count(*) FROM jira_issue i JOIN jira_issue p ON p.id = i.parent_id"
                        + " JOIN jira_issue_type t ON t.id = p.type_id WHERE t.name = 'Epic'"))
                .isEqualTo(78);
        assertThat(jira.count("SELECT count(*) FROM jira_issue i JOIN jira_status s ON s.id = i.status_id"
                        + " WHERE s.category_id = 3"))
                .isEqualTo(19_953);
    }

    @Test
    void theWholeArrowProjectComesInAsItsReadmeCountsIt() throws IOException {
        ImportSummary summary = run(file("apache-arrow-rest-v2/issues.jsonl.gz"));
        System.err.println(summary.text());

        assertThat(summary.imported()).isEqualTo(18_285);
        assertThat(summary.byType())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "Improvement",
                        7_784,
                        "Bug",
                        6_044,
                        "New Feature",
                        1_940,
                        "Sub-task",
                        1_236,
                        "Task",
                        928,
                        "Wish",
                        228,
                        "Test",
                        125));
        assertThat(summary.byCategory())
                .containsExactlyInAnyOrderEntriesOf(Map.of("done", 15_396, "new", 2_742, "indeterminate", 147));
        assertThat(summary.resolvedEpics()).isZero();
        assertThat(summary.resolvedParents()).isEqualTo(1_236);
        assertThat(summary.openParents()).isEmpty();
        assertThat(summary.oddities("issues without a reporter")).isEqualTo(24);
        assertThat(summary.oddities("issues without a creator")).isEqualTo(131);
        assertThat(jira.count("SELECT count(*) FROM jira_issue WHERE due IS NOT NULL"))
                .isEqualTo(27);
        assertThat(jira.count("SELECT count(*) FROM jira_issue WHERE original_estimate > 0"))
                .isEqualTo(120);
        assertThat(jira.count("SELECT count(*) FROM jira_issue WHERE original_estimate = 0"))
                .as("an estimate of nothing is an estimate")
                .isEqualTo(3);
        assertThat(jira.count("SELECT count(DISTINCT parent_id) FROM jira_issue WHERE parent_id IS NOT NULL"))
                .isEqualTo(241);
    }

    @Test
    void theSecondImportOfAFileSkipsEverything() throws IOException {
        Path part = file("titanium-agile-json/issues-hierarchy.jsonl.gz");
        ImportSummary first = run(part);
        ImportSummary second = run(part);

        assertThat(first.imported()).isEqualTo(2_334);
        assertThat(second.imported()).isZero();
        assertThat(second.skipped()).isEqualTo(2_334);
    }

    @Test
    void theCloudPayloadsOfDevLakeComeInAsTheirReadmeCountsThem() throws IOException {
        ImportSummary summary = run(
                file("devlake-jira-cloud-raw/issues.jsonl"),
                file("devlake-jira-cloud-raw/external-epics.jsonl"),
                file("devlake-jira-cloud-raw/issue-with-due-date.jsonl"),
                file("devlake-jira-cloud-raw/issue-relationships.jsonl"));
        System.err.println(summary.text());

        assertThat(summary.seen()).isEqualTo(33 + 3 + 1 + 22);
        assertThat(summary.imported()).isEqualTo(33 + 22);
        assertThat(summary.repeated()).isEqualTo(4);
        assertThat(jira.count("SELECT count(*) FROM jira_issue WHERE parent_id IS NOT NULL"))
                .as("sub-tasks under stories")
                .isEqualTo(12);
        assertThat(summary.resolvedEpics()).as("K5-3 and the Test Execution").isEqualTo(2);
        assertThat(summary.openEpics()).as("K5-2, whose epic is not here").containsExactlyEntriesOf(Map.of("K5", 1));
        assertThat(jira.count("SELECT count(*) FROM jira_issue i JOIN jira_issue_type t ON t.id = i.type_id"
                        + " WHERE t.name = 'Epic'"))
                .isEqualTo(1);
        assertThat(jira.count("SELECT count(*) FROM jira_issue i JOIN jira_status s ON s.id = i.status_id"
                        + " WHERE s.name = '已完成' AND s.category_id = 2"))
                .as("named done, of the category To Do")
                .isEqualTo(5);
        assertThat(jira.count("SELECT count(*) FROM jira_issue i JOIN jira_status s ON s.id = i.status_id"
                        + " WHERE s.category_id = 3"))
                .isEqualTo(25);
    }

    @Test
    void payloadsThatAreNoIssuesAreCounted() throws IOException {
        ImportSummary summary = run(
                file("devlake-jira-cloud-raw/issue-changelogs.jsonl"), file("devlake-jira-cloud-raw/statuses.jsonl"));

        assertThat(summary.seen()).isZero();
        assertThat(summary.text())
                .contains("issue-changelogs.jsonl holds no issues, but 279 records of another kind")
                .contains("statuses.jsonl holds no issues, but 53 records of another kind");
    }

    @Test
    void theSmallCsvOfTrustyAiComesInAsItsReadmeCountsIt() throws IOException {
        ImportSummary summary = run(file("trustyai-rhoaieng-csv/jira_issues.csv"));
        System.err.println(summary.text());

        assertThat(summary.imported()).isEqualTo(64);
        assertThat(summary.byType())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("Task", 50, "Epic", 11, "Sub-task", 1, "Initiative", 1, "Bug", 1));
        assertThat(summary.byCategory()).containsExactlyInAnyOrderEntriesOf(Map.of("done", 26, "new", 38));
        assertThat(jira.count("SELECT count(*) FROM jira_issue WHERE resolved IS NOT NULL"))
                .isEqualTo(26);
        assertThat(summary.resolvedParents() + summary.resolvedEpics()).isZero();
    }

    /** Each instance's own list of fields, given beside one epic and one story that uses the instance's id of the Epic Link. */
    @Test
    void theEpicLinkOfEveryPublicJiraIsFoundByItsSchema() throws IOException {
        JsonNode instances = new ObjectMapper()
                .readTree(
                        file("public-jira-metadata/jira_field_information.json").toFile());
        assertThat(instances).hasSize(14);
        List<String> found = new ArrayList<>();
        Iterator<Map.Entry<String, JsonNode>> each = instances.fields();
        while (each.hasNext()) {
            Map.Entry<String, JsonNode> instance = each.next();
            Optional<String> epicLink = StreamSupport.stream(instance.getValue().spliterator(), false)
                    .filter(field ->
                            field.path("schema").path("custom").asText().equals(FieldTypes.EPIC_LINK))
                    .map(field -> field.path("id").asText())
                    .findFirst();
            if (epicLink.isPresent()) {
                found.add(instance.getKey());
                String project = instance.getKey().toUpperCase(Locale.ROOT);
                Path fields = Files.writeString(
                        folder.resolve(project + "-field.json"),
                        instance.getValue().toString());
                Path issues =
                        Files.writeString(folder.resolve(project + ".jsonl"), """
                        {"key":"%1$s-1","fields":{"issuetype":{"name":"Epic"},"summary":"e"}}
                        {"key":"%1$s-2","fields":{"issuetype":{"name":"Story"},"summary":"s","%2$s":"%1$s-1"}}
                        """.formatted(project, epicLink.get()));

                assertThat(run(issues, fields).resolvedEpics())
                        .as(instance.getKey())
                        .isEqualTo(1);
            }
        }
        assertThat(found)
                .contains("Apache", "Hyperledger", "IntelDAOS", "Jira", "MongoDB", "Qt", "RedHat", "Spring", "Mojang");
    }

    @Test
    void theListOfAllInstancesItselfHoldsNoIssues() throws IOException {
        assertThat(run(file("public-jira-metadata/jira_field_information.json")).text())
                .contains("holds no issues");
    }
}
