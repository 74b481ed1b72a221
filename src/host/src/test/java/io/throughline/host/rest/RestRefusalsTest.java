package io.throughline.host.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.host.planted.PlainProduct;
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

/** What REST and servlets of a plugin do not get by themselves; each fault beside the same plugin without it. */
@Tag("slow")
class RestRefusalsTest {

    private static final String KEY = "com.example.closed";

    @TempDir
    private static Path folder;

    private static TestNode node;

    @BeforeAll
    static void start() throws Exception {
        node = TestNode.start(PlainProduct.likeJira(), folder);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @AfterEach
    void uninstall() {
        node.node().plugins().all().forEach(plugin -> node.node().plugins().uninstall(plugin.key()));
    }

    @Test
    void aResourceWithoutAnAnnotationIsForLicensedUsersOnly() throws Exception {
        node.install(resource("", ""));
        assertThat(node.get("/rest/closed/1.0/thing").statusCode()).isEqualTo(401);
        assertThat(node.getAs("outsider", "/rest/closed/1.0/thing").statusCode())
                .isEqualTo(200);

        node.install(resource("@com.atlassian.annotations.security.UnrestrictedAccess", "")
                .imports("com.atlassian.annotations.security"));
        assertThat(node.get("/rest/closed/1.0/thing").statusCode()).isEqualTo(200);
    }

    @Test
    void theAnnotationsOfTheFirstGenerationOpenNothing() throws Exception {
        node.install(
                resource("@com.atlassian.plugins.rest.common.security.AnonymousAllowed", "")
                        .source(
                                "com.atlassian.plugins.rest.common.security.AnonymousAllowed",
                                "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) public @interface AnonymousAllowed {}"));

        assertThat(node.get("/rest/closed/1.0/thing").statusCode()).isEqualTo(401);
    }

    @Test
    void anUnknownPropertyIs400UnlessTheModelIgnoresIt() throws Exception {
        node.install(resource("", ""));
        assertThat(send("{\"words\":\"x\",\"more\":1}").statusCode()).isEqualTo(400);

        node.install(resource("", "@com.fasterxml.jackson.annotation.JsonIgnoreProperties(ignoreUnknown = true)"));
        assertThat(send("{\"words\":\"x\",\"more\":1}").statusCode()).isEqualTo(200);
    }

    @Test
    void aBundledJacksonIsNotTheOneThatReadsTheAnnotations() throws Exception {
        String renamed = "@com.fasterxml.jackson.annotation.JsonProperty(\"phrase\")";
        node.install(
                resource("", "", renamed)
                        .source(
                                "com.fasterxml.jackson.annotation.JsonProperty",
                                "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) public @interface JsonProperty { String value(); }"));
        assertThat(node.getAs("dev", "/rest/closed/1.0/thing").body()).isEqualTo("{\"words\":\"it\"}");

        node.install(resource("", "", renamed).imports("com.fasterxml.jackson.annotation"));
        assertThat(node.getAs("dev", "/rest/closed/1.0/thing").body()).isEqualTo("{\"phrase\":\"it\"}");
    }

    @Test
    void aServletIsNeverAsynchronous() throws Exception {
        node.install(servlet("request.startAsync();"));
        assertThat(node.getAs("dev", "/plugins/servlet/waiting").statusCode()).isEqualTo(500);

        node.install(servlet(""));
        assertThat(node.getAs("dev", "/plugins/servlet/waiting").body()).isEqualTo("async: false");
    }

    @Test
    void aServletWithoutAnAnnotationSendsTheAnonymousToTheLogin() throws Exception {
        node.install(servlet(""));
        assertThat(node.get("/plugins/servlet/waiting").statusCode()).isEqualTo(302);

        node.install(servlet("", "@com.atlassian.annotations.security.UnrestrictedAccess")
                .imports("com.atlassian.annotations.security"));
        assertThat(node.get("/plugins/servlet/waiting").statusCode()).isEqualTo(200);
    }

    @Test
    void basicAuthenticationEndsWithJirasOwnSwitch() throws Exception {
        String blocked = "com.atlassian.plugins.authentication.basicauth.block.requests";
        node.install(resource("", ""));
        System.setProperty(blocked, "true");
        try {
            HttpResponse<String> answer = node.getAs("dev", "/rest/closed/1.0/thing");

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body())
                    .isEqualTo("{\"message\":\"Basic Authentication has been disabled on this instance.\"}");
        } finally {
            System.clearProperty(blocked);
        }
        assertThat(node.getAs("dev", "/rest/closed/1.0/thing").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> send(String json) throws Exception {
        return node.post("dev", "/rest/closed/1.0/thing", json, "Content-Type", "application/json");
    }

    private static PlantedPlugin resource(String onTheMethod, String onTheModel) {
        return resource(onTheMethod, onTheModel, "").imports("com.fasterxml.jackson.annotation");
    }

    private static PlantedPlugin resource(String onTheMethod, String onTheModel, String onTheField) {
        return PlantedPlugin.named(KEY)
                .imports("jakarta.ws.rs", "jakarta.ws.rs.core")
                .source(KEY + ".rest.Thing", """
                        import jakarta.ws.rs.*;
                        @Path("thing") @Produces("application/json") @Consumes("application/json")
                        public class Thing {
                            @GET %s public Model get() { return new Model(); }
                            @POST public Model post(Model given) { return given; }
                            %s public static class Model { %s public String words = "it"; }
                        }
                        """.formatted(onTheMethod, onTheModel, onTheField))
                .modules("<rest key=\"rest\" path=\"/closed\" version=\"1.0\"><package>" + KEY
                        + ".rest</package></rest>");
    }

    private static PlantedPlugin servlet(String line, String... annotations) {
        return PlantedPlugin.named(KEY)
                .imports("jakarta.servlet", "jakarta.servlet.http")
                .source(KEY + ".Waiting", """
                        import jakarta.servlet.http.*;
                        %s public class Waiting extends HttpServlet {
                            @Override protected void doGet(HttpServletRequest request, HttpServletResponse answer) throws java.io.IOException {
                                %s
                                answer.getWriter().write("async: " + request.isAsyncSupported());
                            }
                        }
                        """.formatted(String.join(" ", annotations), line))
                .modules("<servlet key=\"waiting\" class=\"" + KEY
                        + ".Waiting\"><url-pattern>/waiting</url-pattern></servlet>");
    }
}
