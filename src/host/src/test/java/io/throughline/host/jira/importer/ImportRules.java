package io.throughline.host.jira.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.jira.event.ClearCacheEvent;
import com.atlassian.jira.issue.Issue;
import io.throughline.host.jira.BothDatabases;
import io.throughline.host.jira.model.FieldTypes;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

abstract class ImportRules extends BothDatabases {
    @TempDir
    Path folder;

    private ImportSummary run(String... contents) throws IOException {
        Path[] files = new Path[contents.length];
        for (int i = 0; i < contents.length; i++) {
            files[i] = Files.writeString(folder.resolve("export-" + i + ".json"), contents[i]);
        }
        return run(files);
    }

    private ImportSummary run(Path... files) throws IOException {
        return new JiraImport(jira.services, new PrintStream(OutputStream.nullOutputStream())).run(List.of(files));
    }

    private static String issue(String key, String type, String more) {
        boolean isSubtask = type.equals("Sub-task");
        return """
                {"id":"1","key":"%s","fields":{"summary":"Summary of %s","project":{"key":"%s","name":"Imported"},
                 "issuetype":{"name":"%s","subtask":%s},"status":{"name":"Open","statusCategory":{"key":"new"}},
                 "created":"2026-01-05T08:00:00.000+0100","updated":"2026-01-06T08:00:00.000+0100"%s}}""".formatted(key, key, key.split("-")[0], type, isSubtask, more).replace("\n", "");
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
    void aSearchPageGivesItsFieldsTheirMeaningThoughItNamesThemLast() throws IOException {
        ImportSummary summary = run("{\"startAt\":0,\"total\":2,\"issues\":["
                + issue("IMP-7", "Epic", ",\"customfield_2\":\"The epic\"") + ","
                + issue("IMP-8", "Story", ",\"customfield_1\":\"IMP-7\",\"customfield_3\":3.5,\"customfield_4\":\"?\"")
                + "],\"names\":{\"customfield_1\":\"Epos\",\"customfield_2\":\"Name\",\"customfield_3\":\"Story Points\"},"
                + "\"schema\":{\"customfield_1\":{\"type\":\"any\",\"custom\":\"com.pyxis.greenhopper.jira:gh-epic-link\"},"
                + "\"customfield_2\":{\"custom\":\"com.pyxis.greenhopper.jira:gh-epic-label\"}}}");

        assertThat(summary.imported()).isEqualTo(2);
        assertThat(value("IMP-8", FieldTypes.EPIC_LINK)).isEqualTo(read("IMP-7"));
        assertThat(value("IMP-7", FieldTypes.EPIC_NAME)).isEqualTo("The epic");
        assertThat(value("IMP-8", FieldTypes.NUMBER)).isEqualTo(3.5);
        assertThat(summary.text()).contains("customfield_4 1");
        assertThat(read("IMP-8").getCreated().toInstant()).hasToString("2026-01-05T07:00:00Z");
    }

    @Test
    void cloudCallsEpicsAndInitiativesParents() throws IOException {
        run(issue("IMP-1", "Initiative", "")
                + "\n"
                + issue("IMP-2", "Epic", ",\"parent\":{\"key\":\"IMP-1\"}")
                + "\n"
                + issue("IMP-3", "Story", ",\"parent\":{\"key\":\"IMP-2\"}")
                + "\n"
                + issue("IMP-4", "Sub-task", ",\"parent\":{\"key\":\"IMP-3\"}"));

        assertThat(value("IMP-2", FieldTypes.PARENT_LINK)).hasToString("IMP-1");
        assertThat(value("IMP-3", FieldTypes.EPIC_LINK)).hasToString("IMP-2");
        assertThat(read("IMP-4").getParentObject()).hasToString("IMP-3");
        assertThat(read("IMP-3").getParentObject()).isNull();
    }

    @Test
    void aReferenceIntoNothingStaysAsWordsUntilALaterImportBringsTheIssue() throws IOException {
        ImportSummary first = run(issue("IMP-1", "Sub-task", ",\"parent\":{\"key\":\"OUT-9\"}"));

        assertThat(first.openParents()).containsEntry("OUT", 1);
        assertThat(read("IMP-1").getParentId()).isNull();
        assertThat(jira.data().issues().openReferences(read("IMP-1").getId())).containsExactly("parent OUT-9");

        ImportSummary second = run(issue("OUT-9", "Story", ""));

        assertThat(second.resolvedParents()).isEqualTo(1);
        assertThat(read("IMP-1").getParentObject()).hasToString("OUT-9");
        assertThat(jira.data().issues().openReferences(read("IMP-1").getId())).isEmpty();
    }

    @Test
    void aLinkSeenFromBothEndsIsOneLink() throws IOException {
        String type = "\"type\":{\"name\":\"Gantt\",\"inward\":\"ends before\",\"outward\":\"starts after\"}";
        run(issue("IMP-1", "Story", ",\"issuelinks\":[{" + type + ",\"outwardIssue\":{\"key\":\"IMP-2\"}}]")
                + issue("IMP-2", "Story", ",\"issuelinks\":[{" + type + ",\"inwardIssue\":{\"key\":\"IMP-1\"}}]"));

        assertThat(jira.count("SELECT count(*) FROM jira_link")).isEqualTo(1);
        assertThat(jira.data().links().outward(read("IMP-1").getId())).hasSize(1);
    }

    @Test
    void aSecondImportSkipsWhatIsThereAndAddsWhatIsNew() throws IOException {
        run(issue("IMP-1", "Story", ""));
        ImportSummary second =
                run(issue("IMP-1", "Story", "") + issue("IMP-2", "Story", "") + issue("IMP-2", "Bug", ""));

        assertThat(second.imported()).isEqualTo(1);
        assertThat(second.skipped()).isEqualTo(1);
        assertThat(second.repeated()).isEqualTo(1);
        assertThat(jira.issue(jira.services.projectManager().getProjectObjByKey("IMP"), "Task", "New")
                        .getKey())
                .isEqualTo("IMP-3");
        assertThat(jira.events).hasAtLeastOneElementOfType(ClearCacheEvent.class);
    }

    @Test
    void gzipIsSeenByItsFirstBytes() throws IOException {
        Path file = folder.resolve("export.data");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(issue("IMP-1", "Story", "").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        assertThat(run(file).imported()).isEqualTo(1);
    }

    @Test
    void aStatusWithoutACategoryIsGuessedAndThatIsSaid() throws IOException {
        ImportSummary summary = run(
                "{\"key\":\"OLD-1\",\"fields\":{\"issuetype\":{\"name\":\"Bug\"},\"status\":{\"name\":\"Gone live\"},"
                        + "\"resolution\":{\"name\":\"Fixed\"},\"summary\":\"x\"}}");

        assertThat(read("OLD-1").getStatus().getStatusCategory().getKey()).isEqualTo("done");
        assertThat(summary.text())
                .contains(
                        "1 issues whose status has no category", "Gone live taken for Done", "without a creation date");
    }

    @Test
    void anImportedProjectCanBeBegunAndFinished() throws IOException {
        run(issue("IMP-1", "Story", ""));

        long project = read("IMP-1").getProjectId();
        assertThat(jira.services.workflow().statuses(project))
                .extracting(status -> status.name())
                .containsExactly("Open", "In Progress", "Done");
    }

    @Test
    void aFileThatIsNeitherJsonNorAnExportIsNamedWithItsColumns() throws IOException {
        Path file = Files.writeString(folder.resolve("issues.csv"), "Name,Street\nA-1,x\n");

        assertThatThrownBy(() -> run(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("issues.csv")
                .hasMessageContaining("Name, Street");
    }

    @Test
    void aFileWithoutIssuesIsSaidToHaveNone() throws IOException {
        assertThat(run("{\"key\":\"ABC\",\"name\":\"a project\"}").text()).contains("export-0.json holds no issues");
    }

    @Test
    void theChangeHistoryOfAnExportComesWithIt() throws IOException {
        run("""
                {"key":"IMP-1","fields":{"summary":"s"},"changelog":{"histories":[
                 {"created":"2026-02-02T08:00:00.000+0000","author":{"name":"mei"},"items":[
                  {"field":"status","fieldtype":"jira","from":"3","fromString":"In Progress","to":"6","toString":"Done"}]},
                 {"created":"2026-02-01T08:00:00.000+0000","author":{"accountId":"5f"},"items":[
                  {"field":"status","fieldtype":"jira","from":"1","fromString":"To Do","to":"3","toString":"In Progress"}]}]}}""");

        assertThat(jira.data().history().of(read("IMP-1").getId()))
                .extracting(
                        change -> change.author() + " " + change.items().get(0).toText())
                .containsExactly("5f In Progress", "mei Done");
    }

    @Test
    void aBrokenLineIsNamedAndTheLinesBehindItComeIn() throws IOException {
        String cut = issue("IMP-2", "Task", "");
        ImportSummary summary = run(String.join(
                "\n",
                issue("IMP-1", "Task", ""),
                cut.substring(0, cut.length() / 2),
                issue("IMP-3", "Task", ",\"parent\":" + issueStub("IMP-9")),
                "{\"key\":\"IMP-4\",\"fields\":{\"summary\":\"a \"quoted\" word\"}}",
                "{\"key\":\"IMP-5\",\"fields\":",
                issue("IMP-6", "Task", "")));

        assertThat(summary.imported()).isEqualTo(3);
        assertThat(read("IMP-6").getSummary()).isEqualTo("Summary of IMP-6");
        assertThat(summary.text())
                .contains("export-0.json line 2: this is broken JSON")
                .contains("export-0.json line 4: ")
                .contains("export-0.json line 5: ");
        assertThat(summary.seen()).isEqualTo(6);
    }

    @Test
    void aPageBrokenInTheMiddleLosesOneIssueAndNoStubOfAnotherBecomesOne() throws IOException {
        String broken = issue("IMP-2", "Task", ",\"parent\":" + issueStub("IMP-99") + ",\"odd\":tru");
        ImportSummary summary = run("{\"startAt\":0,\"issues\":[" + issue("IMP-1", "Task", "") + ",\n" + broken + ",\n"
                + issue("IMP-3", "Task", "") + "," + issue("IMP-4", "Task", "") + "]}");

        assertThat(summary.imported()).isEqualTo(3);
        assertThat(summary.text()).contains("export-0.json line 2: this is broken JSON: Unrecognized token");
        assertThat(read("IMP-99")).isNull();
        assertThat(read("IMP-4")).isNotNull();
    }

    @Test
    void ofAPackedFileThatIsCutOffTheBeginningComesInAndTheCutIsNamed() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int number = 1; number <= 400; number++) {
            lines.append(issue("IMP-" + number, "Task", ",\"description\":\"" + Math.pow(number, 7.3) + "\""))
                    .append('\n');
        }
        Path whole = folder.resolve("whole.json.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(whole))) {
            out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve("cut.json.gz"), Arrays.copyOf(bytes, bytes.length / 2));

        ImportSummary summary = run(cut);

        assertThat(summary.imported()).isBetween(50L, 350L);
        assertThat(read("IMP-" + summary.imported())).isNotNull();
        assertThat(summary.text())
                .contains("cut.json.gz: the file is cut off or damaged after")
                .contains("cut.json.gz line " + (summary.imported() + 1) + ": this is broken JSON");
    }

    @Test
    void textInOtherEncodingsThanItShouldBeIsReadAndSaidSo() throws IOException {
        String text = issue("IMP-1", "Task", ",\"description\":\"Größe für Zoë\"");
        int number = 0;
        for (Charset charset : List.of(
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE,
                Charset.forName("windows-1252"),
                StandardCharsets.UTF_8)) {
            number++;
            Path file = folder.resolve(charset.name() + ".json");
            ImportSummary summary =
                    run(Files.write(file, text.replace("IMP-1", "IMP-" + number).getBytes(charset)));

            assertThat(description("IMP-" + number)).as(charset.name()).isEqualTo("Größe für Zoë");
            assertThat(summary.text().contains("JSON should be UTF-8")).isEqualTo(charset != StandardCharsets.UTF_8);
        }
    }

    @Test
    void oneStrayByteInAFileOfUtf8LeavesItsOtherLettersAlone() throws IOException {
        byte[] bytes = (issue("IMP-1", "Task", ",\"description\":\"Größe für Zoë\"") + "\n"
                        + issue("IMP-2", "Task", ",\"description\":\"@\""))
                .getBytes(StandardCharsets.UTF_8);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('@')] = (byte) 0xE4;

        run(Files.write(folder.resolve("stray.json"), bytes));

        assertThat(description("IMP-1")).isEqualTo("Größe für Zoë");
        assertThat(description("IMP-2")).isEqualTo("\uFFFD");
    }

    private String description(String key) {
        return jira.data().issues().findByKey(key).orElseThrow().description();
    }

    private static String issueStub(String key) {
        return "{\"id\":\"7\",\"key\":\"" + key
                + "\",\"fields\":{\"summary\":\"stub\",\"status\":{\"name\":\"Open\"}}}";
    }
}
