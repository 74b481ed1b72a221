package io.throughline.host.jira.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.project.Project;
import io.throughline.host.jira.JiraProduct;
import io.throughline.host.jira.model.FieldTypes;
import io.throughline.host.jira.model.IssueDraft;
import io.throughline.host.jira.model.IssueParts.FieldValue;
import io.throughline.host.jira.service.JiraServices;
import io.throughline.host.planted.TestNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jira's pages on a running node. */
@Tag("slow")
class JiraPagesTest {
    @TempDir
    static Path folder;

    private static TestNode node;
    private static JiraServices jira;
    private static Project project;
    private static Issue epic;

    @BeforeAll
    static void start() throws Exception {
        node = TestNode.start(new JiraProduct(), folder);
        jira = node.node().services().get(JiraServices.class);
        project = jira.projectDesk()
                .create("RAIL", "Rail & Sail", "", "admin", jira.userManager().getUserByKey("admin"));
        epic = issue("Epic", "Signals <b>talk</b>", draft -> {});
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    private static String typeId(String name) {
        return "" + jira.data().constants().types().byName(name).orElseThrow().id();
    }

    private static Issue issue(String type, String summary, Consumer<IssueDraft> more) {
        IssueDraft draft = new IssueDraft();
        draft.projectId = project.getId();
        draft.typeId = Long.parseLong(typeId(type));
        draft.summary = summary;
        draft.assignee = "dev";
        more.accept(draft);
        return jira.issueDesk().create(draft, jira.userManager().getUserByKey("dev"));
    }

    private static String page(String user, String path) throws Exception {
        HttpResponse<String> answer = node.getAs(user, path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static HttpResponse<String> submit(String user, String path, Map<String, String> fields, String... headers)
            throws Exception {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return node.send(node.request(path, headers)
                .header("Authorization", TestNode.basic(user))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void theIssueViewShowsDetailsPeopleAndTransitions() throws Exception {
        long epicLink = jira.data().constants().field(FieldTypes.EPIC_LINK).id();
        Issue story = issue("Story", "A story", draft -> draft.fields.put(epicLink, FieldValue.ofIssue(epic.getId())));

        String html = page("dev", "/browse/" + story.getKey());

        assertThat(html)
                .contains("<title>[" + story.getKey() + "] A story - Jira</title>")
                .contains("Signals &lt;b&gt;talk&lt;/b&gt;")
                .contains("Dana Everett")
                .contains("In Progress</button>")
                .contains("href=\"/jira/projects/RAIL\"")
                .doesNotContain("<b>talk</b>")
                .doesNotContain("$issue")
                .doesNotContain("$line");
        assertThat(page("dev", "/browse/" + epic.getKey())).contains("Issues in epic", story.getKey());
    }

    @Test
    void aTransitionButtonMovesTheIssueOnAndAForeignPageCannotPressIt() throws Exception {
        Issue task = issue("Task", "A task", draft -> {});
        String id = ""
                + jira.workflow()
                        .transitions(project.getId(), Long.parseLong("10000"))
                        .get(1)
                        .id();
        Map<String, String> form = Map.of("key", task.getKey(), "action", id);

        HttpResponse<String> foreign =
                submit("dev", "/secure/WorkflowUIDispatcher.jspa", form, "Origin", "https://elsewhere.example");
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(submit("dev", "/secure/WorkflowUIDispatcher.jspa", form).statusCode())
                .isEqualTo(302);
        assertThat(page("dev", "/browse/" + task.getKey())).contains("status: To Do → Done");
    }

    @Test
    void searchShowsWhatItFindsAndWhatIsWrong() throws Exception {
        assertThat(page("dev", "/issues/?jql=issuetype%20%3D%20Epic")).contains(epic.getKey(), "results-count-total");
        assertThat(page("dev", "/issues/?jql=colour%20%3D%20red")).contains("Field &#39;colour&#39; does not exist");
        assertThat(page("dev", "/issues/?searchString=" + epic.getKey())).contains("Signals");
    }

    @Test
    void theProjectAndItsListShowOnlyWhatMayBeBrowsed() throws Exception {
        assertThat(page("dev", "/projects/RAIL")).contains("Rail &amp; Sail", epic.getKey());
        assertThat(page("dev", "/secure/BrowseProjects.jspa")).contains("RAIL").doesNotContain("SECRET");
        assertThat(page("pmo", "/secure/BrowseProjects.jspa")).contains("SECRET");
        assertThat(node.getAs("dev", "/projects/SECRET").statusCode()).isEqualTo(404);
        assertThat(node.getAs("dev", "/browse/RAIL").statusCode()).isEqualTo(302);
        assertThat(node.getAs("dev", "/browse/NOPE-1").statusCode()).isEqualTo(404);
    }

    @Test
    void theDashboardGreetsWithOnesOwnWork() throws Exception {
        assertThat(page("dev", "/secure/Dashboard.jspa")).contains("Assigned to Me", epic.getKey(), "id=\"log_out\"");
        assertThat(node.get("/secure/Dashboard.jspa")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .contains("/login");
    }

    @Test
    void anIssueIsCreatedAndMovedByForms() throws Exception {
        jira.projectDesk().create("SHIP", "Ships", "", "admin", null);
        HttpResponse<String> created = submit(
                "dev",
                "/secure/CreateIssue.jspa",
                Map.of(
                        "pid",
                        project.getId().toString(),
                        "issuetype",
                        typeId("Story"),
                        "summary",
                        "From a form",
                        "epic",
                        epic.getKey()));
        String key = created.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
        assertThat(page("dev", "/browse/" + key)).contains("From a form", "Signals");
        assertThat(page("dev", "/secure/MoveIssue.jspa?key=" + key)).contains("value=\"SHIP\"");

        HttpResponse<String> moved = submit("dev", "/secure/MoveIssue.jspa", Map.of("key", key, "target", "SHIP"));

        assertThat(moved.headers().firstValue("Location").orElseThrow()).endsWith("/browse/SHIP-1");
        assertThat(node.getAs("dev", "/browse/" + key)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/browse/SHIP-1");
    }

    @Test
    void anIssueIsEditedOnAPageThatSaysWhatIsWrong() throws Exception {
        Issue task = issue("Task", "To be edited", draft -> draft.labels.add("old"));
        String edit = "/secure/EditIssue.jspa";
        assertThat(page("dev", "/browse/" + task.getKey())).contains("id=\"edit-issue\"", "id=\"delete-issue\"");
        assertThat(page("dev", edit + "?key=" + task.getKey())).contains("value=\"To be edited\"", "value=\"old\"");

        HttpResponse<String> wrong = submit(
                "dev", edit, Map.of("key", task.getKey(), "summary", "", "assignee", "nobody-here", "points", "many"));
        HttpResponse<String> right = submit(
                "dev",
                edit,
                Map.of(
                        "key",
                        task.getKey(),
                        "summary",
                        "Edited",
                        "labels",
                        "a b",
                        "epic",
                        epic.getKey(),
                        "points",
                        "2.5"));

        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("Give a summary", "There is no user nobody-here", "not many");
        assertThat(right.statusCode()).isEqualTo(302);
        assertThat(page("dev", "/browse/" + task.getKey()))
                .contains("Edited", "a, b", "Signals &lt;b&gt;talk&lt;/b&gt;", "2.5")
                .contains("Unassigned");
        assertThat(submit("outsider", edit, Map.of("key", "SECRET-1", "summary", "x"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aCommentIsShownAsTextAndFoundBySearch() throws Exception {
        Issue task = issue("Task", "To be discussed", draft -> {});

        submit("dev", "/secure/AddComment.jspa", Map.of("key", task.getKey(), "comment", "Zanzibar <i>calling</i>"));

        assertThat(page("dev", "/browse/" + task.getKey()))
                .contains("added a comment", "Zanzibar &lt;i&gt;calling&lt;/i&gt;");
        assertThat(page("dev", "/issues/?jql=text+~+zanzibar")).contains(task.getKey());
        assertThat(page("dev", "/issues/?jql=comment+~+zanzibar")).contains(task.getKey());
        assertThat(page("dev", "/issues/?jql=summary+~+zanzibar")).doesNotContain(task.getKey());
    }

    @Test
    void archivingRestoringAndDeletingAreConfirmedAndDone() throws Exception {
        Issue task = issue("Task", "To be put away", draft -> {});
        Map<String, String> form = Map.of("key", task.getKey());
        assertThat(page("admin", "/secure/ArchiveIssue.jspa?key=" + task.getKey()))
                .contains("It is found in no search");

        submit("admin", "/secure/ArchiveIssue.jspa", form);
        assertThat(page("admin", "/browse/" + task.getKey()))
                .contains("id=\"issue-archived\"", "id=\"restore-issue\"")
                .doesNotContain("id=\"edit-issue\"");
        assertThat(page("admin", "/issues/?jql=summary+~+%22put+away%22")).doesNotContain(task.getKey());

        submit("admin", "/secure/RestoreIssue.jspa", form);
        assertThat(page("admin", "/issues/?jql=summary+~+%22put+away%22")).contains(task.getKey());

        assertThat(submit("dev", "/secure/DeleteIssue.jspa", form, "Origin", "https://elsewhere.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(submit("dev", "/secure/DeleteIssue.jspa", form).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/projects/RAIL"));
        assertThat(node.getAs("dev", "/browse/" + task.getKey()).statusCode()).isEqualTo(404);
    }
}
