package io.throughline.host.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.host.planted.HelloPlugin;
import io.throughline.host.planted.PlainProduct;
import io.throughline.host.planted.TestNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class HelloPluginTest {

    @TempDir
    private static Path folder;

    private static TestNode node;
    private static Plugin plugin;

    @BeforeAll
    static void start() throws Exception {
        node = TestNode.start(PlainProduct.likeJira(), folder);
        plugin = node.install(HelloPlugin.plugin());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void theStatusIsRunning() throws Exception {
        URI base = URI.create(node.node().baseUrl());

        assertThat(node.get("/status").body()).isEqualTo("{\"state\":\"RUNNING\"}");
        assertThat(answer(base.resolve("/status"))).isEqualTo("200 {\"state\":\"RUNNING\"}");
        assertThat(answer(base.resolve("/"))).startsWith("404 ");
        assertThat(answer(base.resolve("/rest/api/2/myself"))).startsWith("404 ");
    }

    private static String answer(URI address) throws Exception {
        HttpResponse<String> answer = node.send(HttpRequest.newBuilder(address));
        return answer.statusCode() + " " + answer.body();
    }

    @Test
    void everyModuleIsEnabled() {
        assertThat(plugin.failure()).isEmpty();
        assertThat(plugin.isEnabled()).isTrue();
        assertThat(plugin.modules()).allMatch(module -> module.state() == Plugin.State.ENABLED);
    }

    @Test
    void theServletIsWiredAndDecorated() throws Exception {
        HttpResponse<String> answer = node.getAs("pmo", "/plugins/servlet/hello/there");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("<title>Hi & bye - frame</title>")
                .contains("<header>atl.general</header>")
                .contains("<body class=\"hello\">")
                .contains("<p>Hello, pmo! at /there of /plugins/servlet/hello</p>");
    }

    @Test
    void anAnonymousBrowserIsSentToTheLoginForm() throws Exception {
        HttpResponse<String> answer = node.get("/plugins/servlet/hello/there?a=b");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse(""))
                .endsWith("/jira/login?os_destination=%2Fplugins%2Fservlet%2Fhello%2Fthere%3Fa%3Db");
    }

    @Test
    void theResourceAnswersUnderItsVersionAndUnderLatest() throws Exception {
        assertThat(node.getAs("dev", "/rest/hello/1.0/greeting").body())
                .isEqualTo("{\"text\":\"Hello, dev! from greeting\"}");
        assertThat(node.getAs("dev", "/rest/hello/latest/greeting").statusCode())
                .isEqualTo(200);
        assertThat(node.getAs("dev", "/rest/hello/2.0/greeting").statusCode()).isEqualTo(404);
    }

    @Test
    void withoutAnAccessAnnotationAnAnonymousCallerGets401() throws Exception {
        assertThat(node.get("/rest/hello/1.0/greeting").statusCode()).isEqualTo(401);
    }

    @Test
    void anUnknownJsonPropertyIsRefused() throws Exception {
        HttpResponse<String> good =
                node.post("pmo", "/rest/hello/1.0/greeting", "{\"text\":\"x\"}", "Content-Type", "application/json");
        HttpResponse<String> bad =
                node.post("pmo", "/rest/hello/1.0/greeting", "{\"tixt\":\"x\"}", "Content-Type", "application/json");

        assertThat(good.statusCode()).isEqualTo(200);
        assertThat(bad.statusCode()).isEqualTo(400);
    }

    @Test
    void aTextBodyNeedsTheXsrfHeader() throws Exception {
        String path = "/rest/hello/1.0/greeting/text";

        assertThat(node.post("pmo", path, "x", "Content-Type", "text/plain").statusCode())
                .isEqualTo(403);
        assertThat(node.post("pmo", path, "x", "Content-Type", "text/plain", "X-Atlassian-Token", "no-check")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aStateChangeFromAnotherOriginIsRefused() throws Exception {
        String path = "/rest/hello/1.0/greeting";

        HttpResponse<String> foreign = node.post(
                "pmo", path, "{\"text\":\"x\"}", "Content-Type", "application/json", "Origin", "http://evil.example");

        assertThat(foreign.statusCode()).isEqualTo(403);
    }

    @Test
    void aFormBodyForAJsonResourceIsUnsupportedWithOrWithoutTheHeader() throws Exception {
        String path = "/rest/hello/1.0/greeting";
        String form = "application/x-www-form-urlencoded";

        assertThat(node.post("pmo", path, "text=x", "Content-Type", form, "X-Atlassian-Token", "no-check")
                        .statusCode())
                .isEqualTo(415);
        assertThat(node.post("pmo", path, "text=x", "Content-Type", form).statusCode())
                .isEqualTo(415);
    }
}
