package io.throughline.host.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.host.links.LoginDance;
import io.throughline.host.planted.PlainProduct;
import io.throughline.host.planted.PlantedPlugin;
import io.throughline.host.planted.TestNode;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class AccessAndErrorsTest {

    private static final String KEY = "com.example.doors";

    @TempDir
    private static Path folder;

    private static TestNode node;

    @BeforeAll
    static void start() throws Exception {
        node = TestNode.start(PlainProduct.likeJira(), folder);
        node.install(PlantedPlugin.named(KEY)
                .imports(
                        "jakarta.ws.rs",
                        "jakarta.ws.rs.core",
                        "jakarta.ws.rs.ext",
                        "com.atlassian.annotations.security",
                        "com.atlassian.plugins.rest.api.security.annotation",
                        "jakarta.servlet",
                        "jakarta.servlet.http")
                .source(KEY + ".rest.Doors", DOORS)
                .source(KEY + ".rest.Mapper", MAPPER)
                .source(
                        KEY + ".elsewhere.Hidden",
                        "@jakarta.ws.rs.Path(\"hidden\") public class Hidden { @jakarta.ws.rs.GET public String get() { return \"\"; } }")
                .source(KEY + ".Open", SERVLET)
                .modules(
                        "<rest key=\"doors\" path=\"doors\" version=\"1.0\"><package>" + KEY + ".rest</package></rest>")
                .modules(
                        "<servlet key=\"open\" class=\"" + KEY + ".Open\"><url-pattern>/open</url-pattern></servlet>"));
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void anUnrestrictedMethodAnswersAnonymousCallers() throws Exception {
        assertThat(node.get("/rest/doors/1.0/doors/open").statusCode()).isEqualTo(200);
        assertThat(node.get("/plugins/servlet/open").statusCode()).isEqualTo(200);
    }

    @Test
    void anAdministratorsMethodIsClosedToOthers() throws Exception {
        assertThat(node.get("/rest/doors/1.0/doors/admin").statusCode()).isEqualTo(401);
        assertThat(node.getAs("exec", "/rest/doors/1.0/doors/admin").statusCode())
                .isEqualTo(403);
        assertThat(node.getAs("admin", "/rest/doors/1.0/doors/admin").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aWrongPasswordIs401EvenWhereNobodyNeedsToLogIn() throws Exception {
        HttpResponse<String> answer = node.get("/rest/doors/1.0/doors/open", "Authorization", "Basic YWRtaW46eA==");

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void aResourceOutsideTheNamedPackageIsNotServed() throws Exception {
        assertThat(node.getAs("admin", "/rest/doors/1.0/hidden").statusCode()).isEqualTo(404);
    }

    @Test
    void thePluginsOwnExceptionMapperIsUsed() throws Exception {
        HttpResponse<String> answer = node.getAs("admin", "/rest/doors/1.0/doors/state");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("{\"code\":\"MAPPED\"}");
    }

    @Test
    void anUnmappedFailureTellsNothingButAReference() throws Exception {
        HttpResponse<String> answer = node.getAs("admin", "/rest/doors/1.0/doors/broken");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).matches("\\{\"message\":\"reference [0-9a-f]{6}\",\"status-code\":500}");
    }

    @Test
    void aPageNobodyHasIsAPlain404() throws Exception {
        HttpResponse<String> answer = node.getAs("admin", "/nothing/here");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Error 404").doesNotContain("Jetty");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void aBrowserLogsInAndIsSentWhereItWanted() throws Exception {
        HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        URI login = URI.create(node.node().baseUrl() + "/login");
        String form = "os_username=pmo&os_password=pmo&os_destination=%2Frest%2Fdoors%2F1.0%2Fdoors%2Fme";

        HttpResponse<String> wrong = browser.send(post(login, "os_username=pmo&os_password=x"), text());
        HttpResponse<String> right = browser.send(post(login, form), text());

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(right.body()).isEqualTo("pmo");

        URI change = URI.create(node.node().baseUrl() + "/switch-user");
        browser.send(post(change, "user=exec"), text());

        URI me = URI.create(node.node().baseUrl() + "/rest/doors/1.0/doors/me");
        assertThat(browser.send(HttpRequest.newBuilder(me).build(), text()).body())
                .isEqualTo("exec");
    }

    @Test
    void aLoginNeverLeadsToAnotherSite() throws Exception {
        URI login = URI.create(node.node().baseUrl() + "/login");
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(post(login, "os_username=pmo&os_password=pmo&os_destination=%2F%2Fevil.example"), text());

        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/jira/");
    }

    @Test
    void theAddressOfALinksAuthorisationAsksForALoginAndLeadsBackToThisProductOnly() throws Exception {
        String dance = LoginDance.PATH + "?redirectUrl=";
        String here = node.node().baseUrl() + "/plugins/servlet/open";

        HttpResponse<String> anonymous = node.get(dance + here);
        assertThat(anonymous.statusCode()).isEqualTo(302);
        assertThat(anonymous.headers().firstValue("Location").orElse("")).contains("/login?os_destination=");
        assertThat(node.getAs("exec", dance + here).headers().firstValue("Location"))
                .hasValue(here);
        for (String elsewhere : List.of("http://evil.example/", "//evil.example", here.replace("/jira/", "/jirax/"))) {
            assertThat(node.getAs("exec", dance + elsewhere).headers().firstValue("Location"))
                    .as(elsewhere)
                    .hasValue(node.node().baseUrl() + "/");
        }
    }

    private static HttpRequest post(URI uri, String form) {
        return HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
    }

    private static HttpResponse.BodyHandler<String> text() {
        return HttpResponse.BodyHandlers.ofString();
    }

    private static final String DOORS = """
            import jakarta.ws.rs.*;
            import jakarta.ws.rs.core.*;
            @Path("doors")
            public class Doors {
                @GET @Path("open") @com.atlassian.annotations.security.UnrestrictedAccess public String open() { return "open"; }
                @GET @Path("admin") @com.atlassian.plugins.rest.api.security.annotation.AdminOnly public String admin() { return "admin"; }
                @GET @Path("me") public String me(@Context jakarta.servlet.http.HttpServletRequest request) { return request.getRemoteUser(); }
                @GET @Path("state") public String state() { throw new IllegalStateException("mapped"); }
                @GET @Path("broken") public String broken() { throw new IllegalArgumentException("secret text"); }
            }
            """;

    private static final String MAPPER = """
            import jakarta.ws.rs.core.*;
            import jakarta.ws.rs.ext.*;
            @Provider
            public class Mapper implements ExceptionMapper<IllegalStateException> {
                public Response toResponse(IllegalStateException e) {
                    return Response.status(409).type(MediaType.APPLICATION_JSON).entity("{\\"code\\":\\"MAPPED\\"}").build();
                }
            }
            """;

    private static final String SERVLET = """
            import jakarta.servlet.http.*;
            @com.atlassian.annotations.security.UnrestrictedAccess
            public class Open extends HttpServlet {
                @Override protected void doGet(HttpServletRequest q, HttpServletResponse a) throws java.io.IOException {
                    a.getWriter().write("open");
                }
            }
            """;
}
