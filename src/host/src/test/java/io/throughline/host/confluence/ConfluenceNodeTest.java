package io.throughline.host.confluence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.confluence.pages.AbstractPage;
import com.atlassian.confluence.pages.PageManager;
import com.atlassian.confluence.security.Permission;
import com.atlassian.confluence.security.PermissionManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.host.planted.TestNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ConfluenceNodeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;

    private static TestNode node;

    @BeforeAll
    static void start() throws Exception {
        node = TestNode.start(new ConfluenceProduct(), folder);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void theStrategyOfficeIsThereFromTheStart() throws Exception {
        JsonNode spaces = read(node.getAs("exec", "/rest/api/space?spaceKey=STRAT"), 200);

        assertThat(spaces.at("/results/0/key").asText()).isEqualTo("STRAT");
        assertThat(spaces.at("/results/0/name").asText()).isEqualTo("Strategy Office");
        assertThat(spaces.at("/results/0/_links/webui").asText()).isEqualTo("/display/STRAT");
        assertThat(spaces.path("size").asInt()).isPositive();
    }

    @Test
    void aSpaceIsMadeOnceAndItsKeyIsChecked() throws Exception {
        String body =
                "{\"key\":\"OPS\",\"name\":\"Operations\",\"description\":{\"plain\":{\"value\":\"d\",\"representation\":\"plain\"}}}";

        assertThat(read(post("pmo", "/rest/api/space", body), 200).path("key").asText())
                .isEqualTo("OPS");
        assertThat(error(post("pmo", "/rest/api/space", body), 400)).contains("already exists");
        assertThat(error(post("pmo", "/rest/api/space", body.replace("OPS", "O P S")), 400))
                .contains("Invalid space key");
        assertThat(read(node.getAs("dev", "/rest/api/space/ops?expand=homepage"), 200)
                        .at("/homepage/title")
                        .asText())
                .isEqualTo("Operations Home");
        assertThat(error(node.getAs("dev", "/rest/api/space/NONE"), 404)).isEqualTo("No space with key : NONE");
    }

    @Test
    void aPageIsMadeReadChangedAndDeleted() throws Exception {
        JsonNode made = read(create("Life of a page", "<p>one &euro;</p>"), 200);
        String path = "/rest/api/content/" + made.path("id").asText();
        assertThat(made.at("/version/number").asInt()).isEqualTo(1);
        assertThat(made.at("/body/storage/value").asText()).isEqualTo("<p>one &euro;</p>");
        assertThat(made.at("/ancestors/0/title").asText()).isEqualTo("Strategy Office Home");

        JsonNode read = read(node.getAs("exec", path + "?expand=body.storage,body.view,version"), 200);
        assertThat(read.at("/body/view/value").asText()).isEqualTo("<p>one €</p>");
        assertThat(read.at("/version/by/displayName").asText()).isEqualTo("Pat Moore");
        assertThat(read.path("space").isMissingNode()).isTrue();

        JsonNode changed = read(
                put(
                        path,
                        "{\"type\":\"page\",\"title\":\"Life of a page\",\"version\":{\"number\":2,\"message\":\"why\"},"
                                + "\"body\":{\"storage\":{\"value\":\"<p>two</p>\",\"representation\":\"storage\"}}}"),
                200);
        assertThat(changed.at("/version/number").asInt()).isEqualTo(2);
        assertThat(changed.at("/version/message").asText()).isEqualTo("why");
        assertThat(changed.at("/version/by/username").asText()).isEqualTo("exec");
        assertThat(changed.at("/history/createdBy/username").asText()).isEqualTo("pmo");

        HttpResponse<String> deleted = node.send(
                node.request(path, "Authorization", TestNode.basic("exec")).DELETE());
        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(error(node.getAs("exec", path), 404)).contains("No content found with id");
        read(create("Life of a page", "<p>the title is free again</p>"), 200);
        AbstractPage trashed = node.node()
                .services()
                .get(PageManager.class)
                .getAbstractPage(made.path("id").asLong());
        assertThat(trashed.getTitle()).isEqualTo("Life of a page");
        assertThat(trashed.isCurrent()).isFalse();
    }

    @Test
    void pagesAreFoundByTheMacrosOnThemAndByNoOtherQuery() throws Exception {
        read(create("With a chart", "<ac:structured-macro ac:name=\"chart-one\"/>"), 200);
        read(
                create("With another", "<p>x</p><ac:structured-macro ac:schema-version=\"1\" ac:name=\"chart-two\"/>"),
                200);
        read(create("With its name only", "<p>chart-one</p>"), 200);

        assertThat(titles("type = page and macro in (\"chart-one\", chart-two) order by lastmodified desc"))
                .containsExactly("With another", "With a chart");
        assertThat(titles("macro = chart-one")).containsExactly("With a chart");
        assertThat(titles("macro = chart-three")).isEmpty();
        assertThat(error(node.getAs("exec", search("text ~ \"chart\"")), 400)).contains("Could not parse cql");
    }

    private static java.util.List<String> titles(String cql) throws Exception {
        return read(node.getAs("exec", search(cql)), 200).path("results").findValuesAsText("title");
    }

    private static String search(String cql) {
        return "/rest/api/content/search?cql=" + URLEncoder.encode(cql, StandardCharsets.UTF_8);
    }

    @Test
    void aPluginsChangeIsANewVersionAndOneFromAnOldStateIsRefused() throws Exception {
        long id = read(create("Changed by a plugin", "<p>one</p>"), 200)
                .path("id")
                .asLong();
        PageManager pages = node.node().services().get(PageManager.class);
        AbstractPage page = pages.getAbstractPage(id);
        AbstractPage same = pages.getAbstractPage(id);

        pages.saveNewVersion(page, current -> current.setBodyAsString("<p>two</p>"));

        JsonNode now = read(node.getAs("exec", "/rest/api/content/" + id + "?expand=body.storage,version"), 200);
        assertThat(now.at("/body/storage/value").asText()).isEqualTo("<p>two</p>");
        assertThat(now.at("/version/number").asInt()).isEqualTo(2);
        assertThatThrownBy(() -> pages.saveNewVersion(same, current -> current.setBodyAsString("<p>lost</p>")))
                .hasMessageContaining("Version must be incremented");
        assertThat(pages.getAbstractPage(1)).isNull();
        assertThat(page.getCreator().getName()).isEqualTo("pmo");
        PermissionManager permissions = node.node().services().get(PermissionManager.class);
        assertThat(permissions.hasPermission(page.getCreator(), Permission.EDIT, page))
                .isTrue();
        assertThat(permissions.hasPermission(null, Permission.VIEW, page)).isFalse();
    }

    @Test
    void aChangeNeedsTheNextVersion() throws Exception {
        String path = "/rest/api/content/"
                + read(create("Versions", "<p/>"), 200).path("id").asText();

        assertThat(error(put(path, "{\"title\":\"Versions\"}"), 400)).contains("Must supply an incremented version");
        assertThat(error(put(path, "{\"title\":\"Versions\",\"version\":{\"number\":1}}"), 409))
                .isEqualTo("Version must be incremented on update. Current version is: 1");
        read(put(path, "{\"title\":\"Versions\",\"version\":{\"number\":2}}"), 200);
        assertThat(error(put(path, "{\"title\":\"Versions\",\"version\":{\"number\":2}}"), 409))
                .endsWith("is: 2");
    }

    @Test
    void aPageThatCannotBeIsRefusedWithTheReason() throws Exception {
        read(create("Taken", "<p/>"), 200);

        assertThat(error(create("TAKEN", "<p/>"), 400)).contains("A page with this title already exists");
        assertThat(error(create("Broken", "<p>"), 400)).contains("Error parsing xhtml");
        assertThat(error(create("", "<p/>"), 400)).isEqualTo("Title cannot be empty");
        assertThat(error(create("x".repeat(256), "<p/>"), 400)).contains("255");
        assertThat(error(post("pmo", "/rest/api/content", "{"), 400)).contains("Could not parse");
        assertThat(error(
                        post(
                                "pmo",
                                "/rest/api/content",
                                "{\"type\":\"page\",\"title\":\"x\",\"space\":{\"key\":\"NO\"}}"),
                        404))
                .contains("NO");
        assertThat(error(
                        post(
                                "pmo",
                                "/rest/api/content",
                                "{\"title\":\"Orphan\",\"space\":{\"key\":\"STRAT\"},\"ancestors\":[{\"id\":1}]}"),
                        400))
                .contains("parent");
    }

    @Test
    void aPageCannotStandBelowItself() throws Exception {
        String upper = read(create("Upper", "<p/>"), 200).path("id").asText();
        String lower = read(
                        post(
                                "pmo",
                                "/rest/api/content",
                                "{\"title\":\"Lower\",\"space\":{\"key\":\"STRAT\"},\"ancestors\":[{\"id\":\"" + upper
                                        + "\"}]}"),
                        200)
                .path("id")
                .asText();

        assertThat(error(
                        put(
                                "/rest/api/content/" + upper,
                                "{\"version\":{\"number\":2},\"ancestors\":[{\"id\":\"" + lower + "\"}]}"),
                        400))
                .contains("below itself");
        assertThat(read(node.getAs("dev", "/rest/api/content/" + upper + "/child/page"), 200)
                        .at("/results/0/title")
                        .asText())
                .isEqualTo("Lower");
    }

    @Test
    void pagesAreFoundByTheirTitle() throws Exception {
        read(create("A & B?", "<p/>"), 200);

        JsonNode found = read(node.getAs("dev", "/rest/api/content?spaceKey=STRAT&title=" + encode("a & b?")), 200);

        assertThat(found.path("size").asInt()).isEqualTo(1);
        assertThat(read(node.getAs("dev", "/rest/api/content?spaceKey=STRAT&title=none"), 200)
                        .path("size")
                        .asInt())
                .isZero();
    }

    @Test
    void anonymousCallersGetNothing() throws Exception {
        assertThat(node.get("/rest/api/space").statusCode()).isEqualTo(401);
        assertThat(node.get("/rest/api/content/1").statusCode()).isEqualTo(401);
        assertThat(node.get("/pages/viewpage.action?pageId=1").statusCode()).isEqualTo(302);
        assertThat(node.get("/").headers().firstValue("Location").orElse("")).endsWith("/dashboard.action");
    }

    @Test
    void whoeverIsSentToAuthoriseALinkLogsInAndComesBackToThisProductOnly() throws Exception {
        String dance = "/plugins/servlet/applinks/oauth/login-dance/authorize?redirectUrl=";
        String page = node.node().baseUrl() + "/display/STRAT";

        assertThat(node.get(dance + encode(page))
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .contains("/login?os_destination=");
        assertThat(location(node.getAs("exec", dance + encode(page)))).isEqualTo(page);
        assertThat(location(node.getAs("exec", dance + encode("http://evil.example/"))))
                .doesNotContain("evil");
        assertThat(location(node.getAs("exec", dance + encode("//evil.example/"))))
                .doesNotContain("evil");
        assertThat(location(node.getAs("exec", dance + encode("%%")))).endsWith("/confluence/");
    }

    @Test
    void aReaderSeesThePageInItsSpace() throws Exception {
        String id = read(
                        create(
                                "What readers see <1>",
                                "<h2>Head</h2><ac:structured-macro ac:name=\"info\">"
                                        + "<ac:rich-text-body><p>note this</p></ac:rich-text-body></ac:structured-macro>"
                                        + "<ac:structured-macro ac:name=\"nowhere\"/>"),
                        200)
                .path("id")
                .asText();

        String html = node.getAs("exec", "/pages/viewpage.action?pageId=" + id).body();

        assertThat(html)
                .contains("<h1 id=\"title-text\">What readers see &lt;1&gt;</h1>")
                .contains("<h2>Head</h2>")
                .contains("confluence-information-macro-information")
                .contains("Error rendering macro 'nowhere'")
                .contains("Created by <b>Pat Moore</b>")
                .contains("Strategy Office")
                .contains("aria-current=\"page\">What readers see &lt;1&gt;</a>")
                .doesNotContain("$page")
                .doesNotContain("$sidebar")
                .doesNotContain("#if");
        assertThat(node.getAs("exec", "/pages/viewpage.action?pageId=9999").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aPageHasAnAddressByItsTitle() throws Exception {
        read(create("Review 2026", "<p>by title</p>"), 200);

        assertThat(node.getAs("exec", "/display/STRAT/Review+2026").body()).contains("by title");
        assertThat(node.getAs("exec", "/display/strat/review%202026").body()).contains("by title");
        assertThat(node.getAs("exec", "/display/STRAT").body()).contains("Welcome to this space");
        assertThat(node.getAs("exec", "/display/STRAT/None").statusCode()).isEqualTo(404);
    }

    @Test
    void aPageIsEditedInStorageFormatWithAPreview() throws Exception {
        String id =
                read(create("To edit", "<p>old &amp; true</p>"), 200).path("id").asText();
        String path = "/pages/editpage.action?pageId=" + id;
        assertThat(node.getAs("pmo", path).body()).contains("&lt;p&gt;old &amp;amp; true&lt;/p&gt;</textarea>");

        HttpResponse<String> preview =
                form("pmo", path, Map.of("title", "To edit", "body", "<p>new</p>", "version", "1", "preview", "true"));
        assertThat(preview.body()).contains("cf-preview\"><p>new</p>");
        assertThat(node.getAs("pmo", "/display/STRAT/To+edit").body()).contains("old &amp; true");

        HttpResponse<String> broken = form("pmo", path, Map.of("title", "To edit", "body", "<p>", "version", "1"));
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(broken.body()).contains("Error parsing xhtml").contains("&lt;p&gt;</textarea>");

        HttpResponse<String> saved =
                form("pmo", path, Map.of("title", "To edit", "body", "<p>new</p>", "version", "1"));
        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(node.getAs("pmo", "/display/STRAT/To+edit").body()).contains("<p>new</p>");

        HttpResponse<String> late =
                form("exec", path, Map.of("title", "To edit", "body", "<p>late</p>", "version", "1"));
        assertThat(late.body()).contains("Current version is: 2");
    }

    @Test
    void aFormFromAnotherSiteIsRefused() throws Exception {
        HttpResponse<String> foreign = node.post(
                "pmo",
                "/pages/createpage.action?spaceKey=STRAT",
                "title=Evil&body=x",
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Origin",
                "http://evil.example");

        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(node.getAs("pmo", "/display/STRAT/Evil").statusCode()).isEqualTo(404);
    }

    @Test
    void theDashboardListsSpacesAndWhatChanged() throws Exception {
        read(create("Freshly made", "<p/>"), 200);

        assertThat(node.getAs("dev", "/dashboard.action").body())
                .contains("Strategy Office")
                .contains("Freshly made")
                .contains("Dana Everett")
                .contains("href=\"http://localhost:")
                .doesNotContain("$");
    }

    @Test
    void storageFormatIsConvertedOnRequest() throws Exception {
        JsonNode view = read(
                post(
                        "dev",
                        "/rest/api/contentbody/convert/view",
                        "{\"value\":\"<ac:structured-macro ac:name=\\\"status\\\"><ac:parameter ac:name=\\\"title\\\">ok</ac:parameter>"
                                + "</ac:structured-macro>\",\"representation\":\"storage\"}"),
                200);

        assertThat(view.path("value").asText()).contains("aui-lozenge").contains(">OK<");
    }

    private static HttpResponse<String> create(String title, String storage) throws Exception {
        return post(
                "pmo",
                "/rest/api/content",
                JSON.writeValueAsString(Map.of(
                        "type",
                        "page",
                        "title",
                        title,
                        "space",
                        Map.of("key", "STRAT"),
                        "body",
                        Map.of("storage", Map.of("value", storage, "representation", "storage")))));
    }

    private static HttpResponse<String> post(String user, String path, String body) throws Exception {
        return node.post(user, path, body, "Content-Type", "application/json");
    }

    private static HttpResponse<String> put(String path, String body) throws Exception {
        return node.send(node.request(path, "Authorization", TestNode.basic("exec"), "Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> form(String user, String path, Map<String, String> fields) throws Exception {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return node.post(user, path, body, "Content-Type", "application/x-www-form-urlencoded");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode read(HttpResponse<String> answer, int status) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private static String error(HttpResponse<String> answer, int status) throws Exception {
        JsonNode body = read(answer, status);
        assertThat(body.path("statusCode").asInt()).isEqualTo(status);
        return body.path("message").asText();
    }
}
