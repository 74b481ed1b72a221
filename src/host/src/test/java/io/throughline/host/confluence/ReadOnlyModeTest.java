package io.throughline.host.confluence;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.confluence.api.service.accessmode.AccessModeService;
import com.atlassian.confluence.pages.AbstractPage;
import com.atlassian.confluence.pages.PageManager;
import com.atlassian.confluence.security.Permission;
import com.atlassian.confluence.security.PermissionManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.host.planted.PlantedPlugin;
import io.throughline.host.planted.TestNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Confluence's read-only mode: what it stops, and what it lets through. */
@Tag("slow")
class ReadOnlyModeTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "com.example.notes";
    private static final String MAINTENANCE = "/host/maintenance?mode=";

    @TempDir
    private static Path folder;

    private static TestNode node;

    @BeforeAll
    static void start() throws Exception {
        node = TestNode.start(new ConfluenceProduct(), folder);
        node.install(PlantedPlugin.named(KEY)
                .imports("jakarta.ws.rs", "com.atlassian.confluence.api.service.accessmode")
                .source(KEY + ".rest.Notes", """
                        import com.atlassian.confluence.api.service.accessmode.ReadOnlyAccessAllowed;
                        import jakarta.ws.rs.*;
                        @Path("notes") @Produces("application/json") @Consumes("application/json")
                        public class Notes {
                            @GET public String get() { return "{}"; }
                            @POST public String post(String sent) { return sent; }
                            @POST @Path("asks") @ReadOnlyAccessAllowed public String asks(String sent) { return sent; }
                        }
                        """)
                .modules("<rest key=\"rest\" path=\"/notes\" version=\"1.0\"><package>" + KEY
                        + ".rest</package></rest>"));
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @AfterEach
    void end() throws Exception {
        assertThat(node.post("admin", MAINTENANCE + "READ_WRITE", "").statusCode())
                .isEqualTo(302);
    }

    @Test
    void pagesAreReadAndNotChangedUntilItEnds() throws Exception {
        begin();

        assertThat(create("Not now").statusCode()).isEqualTo(405);
        JsonNode refused = JSON.readTree(create("Not now").body());
        assertThat(refused.at("/statusCode").asInt()).isEqualTo(405);
        assertThat(refused.at("/data/allowedInReadOnlyMode").asBoolean(true)).isFalse();
        assertThat(node.getAs("pmo", "/pages/createpage.action?spaceKey=STRAT").statusCode())
                .isEqualTo(405);
        HttpResponse<String> home = node.getAs("pmo", "/display/STRAT");
        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.body())
                .contains("This site is read-only", "Strategy Office Home")
                .doesNotContain("editPageLink", "id=\"create-page\"", "removepage");
        assertThat(send("/rest/api/contentbody/convert/view", "{\"value\":\"<p>x</p>\",\"representation\":\"storage\"}")
                        .statusCode())
                .isEqualTo(200);

        end();
        assertThat(create("Now").statusCode()).isEqualTo(200);
        assertThat(node.getAs("pmo", "/display/STRAT").body()).contains("editPageLink", "id=\"create-page\"");
    }

    @Test
    void aPluginsRestIsRefusedUnlessItIsAnnotated() throws Exception {
        begin();

        assertThat(node.getAs("pmo", "/rest/notes/1.0/notes").statusCode()).isEqualTo(200);
        assertThat(send("/rest/notes/1.0/notes", "{}").statusCode()).isEqualTo(405);
        assertThat(send("/rest/notes/1.0/notes/asks", "{}").statusCode()).isEqualTo(200);

        end();
        assertThat(send("/rest/notes/1.0/notes", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void aPluginLearnsOfItAndFindsThatNobodyMayEdit() throws Exception {
        AccessModeService mode = node.node().services().get(AccessModeService.class);
        PermissionManager permissions = node.node().services().get(PermissionManager.class);
        long id = JSON.readTree(create("Looked at").body()).path("id").asLong();
        AbstractPage page = node.node().services().get(PageManager.class).getAbstractPage(id);
        assertThat(permissions.hasPermission(page.getCreator(), Permission.EDIT, page))
                .isTrue();

        begin();

        assertThat(mode.shouldEnforceReadOnlyAccess()).isTrue();
        assertThat(permissions.hasPermission(page.getCreator(), Permission.EDIT, page))
                .isFalse();
        assertThat(permissions.hasPermission(page.getCreator(), Permission.VIEW, page))
                .isTrue();
    }

    @Test
    void onlyAdministratorsSwitchIt() throws Exception {
        assertThat(node.post("pmo", MAINTENANCE + "READ_ONLY", "").statusCode()).isEqualTo(403);
        assertThat(node.post("admin", MAINTENANCE + "NO_ACCESS", "").statusCode())
                .isEqualTo(400);
        assertThat(node.post("admin", MAINTENANCE + "READ_ONLY", "", "Origin", "http://evil.example")
                        .statusCode())
                .isEqualTo(403);

        assertThat(create("Still open").statusCode()).isEqualTo(200);
        assertThat(node.getAs("admin", "/host/maintenance").body()).contains("Begin read-only mode");
    }

    private static void begin() throws Exception {
        assertThat(node.post("admin", MAINTENANCE + "READ_ONLY", "").statusCode())
                .isEqualTo(302);
    }

    private static HttpResponse<String> create(String title) throws Exception {
        return send(
                "/rest/api/content",
                "{\"type\":\"page\",\"title\":\"" + title
                        + "\",\"space\":{\"key\":\"STRAT\"},\"body\":{\"storage\":{\"value\":\"<p/>\",\"representation\":\"storage\"}}}");
    }

    private static HttpResponse<String> send(String path, String body) throws Exception {
        return node.post("pmo", path, body, "Content-Type", "application/json");
    }
}
