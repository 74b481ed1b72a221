package io.throughline.host.jira.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.host.jira.JiraProduct;
import io.throughline.host.planted.TestNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jira's own REST on a running node, as a script would use it. */
@Tag("slow")
class JiraRestTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static TestNode node;

    @BeforeAll
    static void start() throws Exception {
        node = TestNode.start(new JiraProduct(), folder);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void anonymousCallersLearnOnlyWhatServerThisIs() throws Exception {
        assertThat(node.get("/rest/api/2/serverInfo").statusCode()).isEqualTo(200);
        assertThat(node.get("/rest/api/2/myself").statusCode()).isEqualTo(401);
        assertThat(node.get("/rest/api/2/search").statusCode()).isEqualTo(401);
    }

    @Test
    void myselfIsTheCaller() throws Exception {
        assertThat(read(node.getAs("dev", "/rest/api/2/myself")).path("name").asText())
                .isEqualTo("dev");
    }

    @Test
    void anEpicsStoryGoesFromCreationToDoneToDeletion() throws Exception {
        project("LIFE");
        String epic = create("dev", """
                {"fields":{"project":{"key":"LIFE"},"issuetype":{"name":"Epic"},"summary":"An epic",
                 "customfield_10101":"Epic name"}}""");
        String story = create("dev", """
                {"fields":{"project":{"key":"LIFE"},"issuetype":{"name":"Story"},"summary":"A story","customfield_10100":"%s",
                 "customfield_10102":5,"labels":["one","two"],"assignee":{"name":"pmo"},"duedate":"2026-05-01",
                 "timetracking":{"originalEstimate":"1d 2h"}}}""".formatted(epic));

        JsonNode fields = read(node.getAs("dev", "/rest/api/2/issue/" + story)).path("fields");
        assertThat(fields.path("customfield_10100").asText()).isEqualTo(epic);
        assertThat(fields.path("customfield_10102").asDouble()).isEqualTo(5);
        assertThat(fields.path("labels").toString()).isEqualTo("[\"one\",\"two\"]");
        assertThat(fields.path("timeoriginalestimate").asLong()).isEqualTo(36_000);
        assertThat(fields.path("status").path("statusCategory").path("key").asText())
                .isEqualTo("new");
        assertThat(fields.path("resolution").isNull()).isTrue();

        String done = transition(story, "Done");
        assertThat(node.post(
                                "dev",
                                "/rest/api/2/issue/" + story + "/transitions",
                                "{\"transition\":{\"id\":\"" + done + "\"}}",
                                "Content-Type",
                                "application/json")
                        .statusCode())
                .isEqualTo(204);
        fields = read(node.getAs("dev", "/rest/api/2/issue/" + story + "?expand=changelog"))
                .path("fields");
        assertThat(fields.path("status").path("statusCategory").path("key").asText())
                .isEqualTo("done");
        assertThat(fields.path("resolution").path("name").asText()).isEqualTo("Done");
        assertThat(fields.path("resolutiondate").asText())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}[+-]\\d{4}");

        assertThat(send("DELETE", "dev", "/rest/api/2/issue/" + story, "").statusCode())
                .isEqualTo(204);
        assertThat(node.getAs("dev", "/rest/api/2/issue/" + story).statusCode()).isEqualTo(404);
    }

    @Test
    void commentsAreWrittenReadAndDeletedByWhoMay() throws Exception {
        project("TALK");
        String task = create("dev", """
                {"fields":{"project":{"key":"TALK"},"issuetype":{"name":"Task"},"summary":"A task"}}""");
        String comments = "/rest/api/2/issue/" + task + "/comment";
        String before = read(node.getAs("dev", "/rest/api/2/issue/" + task))
                .path("fields")
                .path("updated")
                .asText();

        HttpResponse<String> first = post("dev", comments, "{\"body\":\"First\"}");
        post("pmo", comments, "{\"body\":\"Second\"}");

        assertThat(first.statusCode()).isEqualTo(201);
        JsonNode all = read(node.getAs("exec", comments));
        assertThat(all.path("total").asInt()).isEqualTo(2);
        assertThat(all.path("comments").get(0).path("author").path("name").asText())
                .isEqualTo("dev");
        assertThat(all.path("comments").get(1).path("body").asText()).isEqualTo("Second");
        assertThat(read(node.getAs("dev", "/rest/api/2/issue/" + task))
                        .path("fields")
                        .path("updated")
                        .asText())
                .isGreaterThanOrEqualTo(before);
        assertThat(post("dev", comments, "{\"body\":\" \"}").statusCode()).isEqualTo(400);
        assertThat(node.getAs("dev", "/rest/api/2/issue/NONE-1/comment").statusCode())
                .isEqualTo(404);

        String id = read(first).path("id").asText();
        assertThat(send("DELETE", "dev", comments + "/" + id, "").statusCode()).isEqualTo(204);
        assertThat(node.getAs("dev", comments + "/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void thePickerOffersPeopleAndMarksWhatWasTyped() throws Exception {
        JsonNode found = read(node.getAs("dev", "/rest/api/2/user/picker?query=da"));

        assertThat(found.path("total").asInt()).isEqualTo(1);
        assertThat(found.path("users").get(0).path("name").asText()).isEqualTo("dev");
        assertThat(found.path("users").get(0).path("html").asText()).startsWith("<strong>Da</strong>na Everett (");
        assertThat(read(node.getAs("dev", "/rest/api/2/user/picker?query=da&exclude=dev"))
                        .path("users")
                        .isEmpty())
                .isTrue();
        assertThat(read(node.getAs("dev", "/rest/api/2/user/picker?query=%25"))
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void everyWrongFieldIsNamed() throws Exception {
        project("WRONG");
        HttpResponse<String> answer = post("dev", "/rest/api/2/issue", """
                {"fields":{"project":{"key":"WRONG"},"issuetype":{"name":"Story"},"labels":["a b"],"customfield_10102":"five",
                 "assignee":{"name":"nobody"},"nonsense":1}}""");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(read(answer).path("errors").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("summary", "labels", "customfield_10102", "assignee", "nonsense");
        assertThat(read(post("dev", "/rest/api/2/issue", "{\"fields\":{}}"))
                        .path("errors")
                        .path("project")
                        .asText())
                .isEqualTo("project is required");
        assertThat(post("dev", "/rest/api/2/issue", "{not json").statusCode()).isEqualTo(400);
    }

    @Test
    void editsAreAllOrNothing() throws Exception {
        project("EDIT");
        String key = create(
                "dev",
                "{\"fields\":{\"project\":{\"key\":\"EDIT\"},\"issuetype\":{\"name\":\"Task\"},\"summary\":\"x\"}}");

        assertThat(send(
                                "PUT",
                                "dev",
                                "/rest/api/2/issue/" + key,
                                "{\"fields\":{\"summary\":\"y\",\"duedate\":\"soon\"}}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(send(
                                "PUT",
                                "dev",
                                "/rest/api/2/issue/" + key,
                                "{\"fields\":{\"description\":\"d\"},\"update\":{\"labels\":[{\"add\":\"l\"}]}}")
                        .statusCode())
                .isEqualTo(204);

        JsonNode fields = read(node.getAs("dev", "/rest/api/2/issue/" + key)).path("fields");
        assertThat(fields.path("summary").asText()).isEqualTo("x");
        assertThat(fields.path("description").asText()).isEqualTo("d");
        assertThat(fields.path("labels").toString()).isEqualTo("[\"l\"]");
    }

    @Test
    void aParentIsDeletedOnlyTogetherWithItsSubtasksOnRequest() throws Exception {
        project("TREE");
        String parent = create(
                "dev",
                "{\"fields\":{\"project\":{\"key\":\"TREE\"},\"issuetype\":{\"name\":\"Task\"},\"summary\":\"p\"}}");
        String child = create(
                "dev",
                "{\"fields\":{\"project\":{\"key\":\"TREE\"},\"issuetype\":{\"name\":\"Sub-task\"},\"summary\":\"c\",\"parent\":{\"key\":\""
                        + parent + "\"}}}");

        assertThat(read(node.getAs("dev", "/rest/api/2/issue/" + parent))
                        .path("fields")
                        .path("subtasks")
                        .path(0)
                        .path("key")
                        .asText())
                .isEqualTo(child);
        assertThat(send("DELETE", "dev", "/rest/api/2/issue/" + parent, "").statusCode())
                .isEqualTo(400);
        assertThat(send("DELETE", "dev", "/rest/api/2/issue/" + parent + "?deleteSubtasks=true", "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(node.getAs("dev", "/rest/api/2/issue/" + child).statusCode()).isEqualTo(404);
    }

    @Test
    void theSecretProjectIsNotThereForDev() throws Exception {
        String key = create(
                "pmo",
                "{\"fields\":{\"project\":{\"key\":\"SECRET\"},\"issuetype\":{\"name\":\"Task\"},\"summary\":\"s\"}}");

        assertThat(node.getAs("dev", "/rest/api/2/issue/" + key).statusCode()).isEqualTo(403);
        assertThat(node.getAs("dev", "/rest/api/2/project/SECRET").statusCode()).isEqualTo(404);
        assertThat(read(node.getAs("dev", "/rest/api/2/search?jql=key%3D" + key))
                        .path("errorMessages")
                        .path(0)
                        .asText())
                .contains("does not exist");
        assertThat(read(node.getAs("pmo", "/rest/api/2/search?jql=project%3DSECRET"))
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(read(node.getAs("exec", "/rest/api/2/project")).findValuesAsText("key"))
                .doesNotContain("SECRET");
    }

    @Test
    void linksAreSeenFromBothEnds() throws Exception {
        project("LINK");
        String one = create(
                "dev",
                "{\"fields\":{\"project\":{\"key\":\"LINK\"},\"issuetype\":{\"name\":\"Task\"},\"summary\":\"1\"}}");
        String two = create(
                "dev",
                "{\"fields\":{\"project\":{\"key\":\"LINK\"},\"issuetype\":{\"name\":\"Task\"},\"summary\":\"2\"}}");

        assertThat(post(
                                "dev",
                                "/rest/api/2/issueLink",
                                "{\"type\":{\"name\":\"Blocks\"},\"inwardIssue\":{\"key\":\"" + one
                                        + "\"},\"outwardIssue\":{\"key\":\"" + two + "\"}}")
                        .statusCode())
                .isEqualTo(201);

        JsonNode link = read(node.getAs("dev", "/rest/api/2/issue/" + one + "?fields=issuelinks"))
                .path("fields")
                .path("issuelinks")
                .path(0);
        assertThat(link.path("outwardIssue").path("key").asText()).isEqualTo(two);
        assertThat(read(node.getAs("dev", "/rest/api/2/issue/" + two))
                        .path("fields")
                        .path("issuelinks")
                        .path(0)
                        .path("inwardIssue")
                        .path("key")
                        .asText())
                .isEqualTo(one);
        assertThat(send(
                                "DELETE",
                                "dev",
                                "/rest/api/2/issueLink/" + link.path("id").asText(),
                                "")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void projectsAreMadeByAdministratorsOnly() throws Exception {
        String body =
                "{\"key\":\"NEWP\",\"name\":\"A new project\",\"projectTypeKey\":\"software\",\"lead\":\"admin\"}";

        assertThat(post("dev", "/rest/api/2/project", body).statusCode()).isEqualTo(403);
        assertThat(post("admin", "/rest/api/2/project", body).statusCode()).isEqualTo(201);
        assertThat(read(post("admin", "/rest/api/2/project", body))
                        .path("errors")
                        .fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("projectKey", "projectName");
    }

    @Test
    void searchPagesAndSaysWhatIsWrongWithAQuery() throws Exception {
        project("PAGE");
        for (int i = 0; i < 5; i++) {
            create(
                    "dev",
                    "{\"fields\":{\"project\":{\"key\":\"PAGE\"},\"issuetype\":{\"name\":\"Task\"},\"summary\":\"" + i
                            + "\"}}");
        }

        JsonNode page = read(
                post(
                        "dev",
                        "/rest/api/2/search",
                        "{\"jql\":\"project = PAGE ORDER BY key ASC\",\"startAt\":1,\"maxResults\":2,\"fields\":[\"summary\"]}"));
        assertThat(page.path("total").asInt()).isEqualTo(5);
        assertThat(page.path("issues").findValuesAsText("key")).containsExactly("PAGE-2", "PAGE-3");
        assertThat(page.path("issues").path(0).path("fields")).hasSize(1);
        HttpResponse<String> wrong = node.getAs("dev", "/rest/api/2/search?jql=colour%20%3D%20red");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(read(wrong).path("errorMessages").path(0).asText())
                .isEqualTo("Field 'colour' does not exist or you do not have permission to view it.");
    }

    @Test
    void theFieldsOfAgileWorkHaveTheirTypeKeys() throws Exception {
        assertThat(read(node.getAs("dev", "/rest/api/2/field")).findValuesAsText("custom"))
                .contains("com.pyxis.greenhopper.jira:gh-epic-link", "com.atlassian.jpo:jpo-custom-field-parent");
    }

    private static void project(String key) throws Exception {
        assertThat(post("admin", "/rest/api/2/project", "{\"key\":\"" + key + "\",\"name\":\"" + key + " project\"}")
                        .statusCode())
                .isEqualTo(201);
    }

    private static String create(String user, String body) throws Exception {
        HttpResponse<String> answer = post(user, "/rest/api/2/issue", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return read(answer).path("key").asText();
    }

    private static String transition(String key, String name) throws Exception {
        for (JsonNode each : read(node.getAs("dev", "/rest/api/2/issue/" + key + "/transitions"))
                .path("transitions")) {
            if (each.path("name").asText().equals(name)) {
                return each.path("id").asText();
            }
        }
        throw new AssertionError("no transition " + name);
    }

    private static HttpResponse<String> post(String user, String path, String body) throws Exception {
        return send("POST", user, path, body);
    }

    private static HttpResponse<String> send(String method, String user, String path, String body) throws Exception {
        return node.send(node.request(path)
                .header("Authorization", TestNode.basic(user))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private static JsonNode read(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body());
    }
}
