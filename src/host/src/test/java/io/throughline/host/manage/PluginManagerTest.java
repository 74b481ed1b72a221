package io.throughline.host.manage;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.host.planted.HelloPlugin;
import io.throughline.host.planted.PlainProduct;
import io.throughline.host.planted.PlantedPlugin;
import io.throughline.host.planted.Signer;
import io.throughline.host.planted.TestNode;
import io.throughline.host.plugin.Plugin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page where administrators see, switch, upload and uninstall apps. */
@Tag("slow")
class PluginManagerTest {

    static final String KEY = "com.example.managed";
    static final String UPLOAD = "upm.plugin.upload.enabled";

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

    @BeforeEach
    void allowUploads() {
        System.setProperty(UPLOAD, "true");
    }

    @AfterEach
    void uninstall() {
        System.clearProperty(UPLOAD);
        node.node().plugins().all().forEach(plugin -> node.node().plugins().uninstall(plugin.key()));
    }

    @Test
    void everyModuleIsListedWithWhatBecameOfIt() throws Exception {
        node.install(versioned("1.0.0", "old")
                .modules("<servlet key=\"gone\" class=\"x.Y\"><url-pattern>/gone</url-pattern></servlet>")
                .modules("<no-such-type key=\"strange\"/>")
                .modules("<xhtml-macro key=\"macro\" application=\"confluence\"/>"));

        String page = node.getAs("admin", PluginManagerPage.PATH).body();

        assertThat(page)
                .contains("Planted <small>1.0.0 · Tests</small>", "1 of 4 modules enabled")
                .contains(
                        "aui-lozenge-removed\">failed</span>", "class x.Y of plugin com.example.managed does not load")
                .contains("unrecognised</span> no module type &lt;no-such-type&gt; in jira")
                .contains("other product</span> for confluence");
    }

    @Test
    void onlyAdministratorsSeeAndChangeIt() throws Exception {
        assertThat(node.getAs("pmo", PluginManagerPage.PATH).statusCode()).isEqualTo(403);
        assertThat(act("pmo", "action=disable&plugin=" + KEY).statusCode()).isEqualTo(403);
        assertThat(node.get(PluginManagerPage.PATH).statusCode()).isEqualTo(302);
        HttpResponse<String> foreign = node.post(
                "admin",
                PluginManagerPage.PATH,
                "action=disable&plugin=" + KEY,
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Origin",
                "http://evil.example");
        assertThat(foreign.statusCode()).isEqualTo(403);
    }

    @Test
    void aModuleIsSwitchedOffAndOnAlone() throws Exception {
        node.install(HelloPlugin.plugin());

        act("admin", "action=disable-module&plugin=" + HelloPlugin.KEY + "&module=hello-servlet");
        assertThat(node.getAs("pmo", "/plugins/servlet/hello/x").statusCode()).isEqualTo(404);
        assertThat(node.getAs("pmo", "/rest/hello/1.0/greeting").statusCode()).isEqualTo(200);

        act("admin", "action=enable-module&plugin=" + HelloPlugin.KEY + "&module=hello-servlet");
        assertThat(node.getAs("pmo", "/plugins/servlet/hello/x").statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsSwitchedOffStaysOffThroughAnUpgradeUntilItIsUninstalled() throws Exception {
        node.install(versioned("1.0.0", "old"));
        act("admin", "action=disable-module&plugin=" + KEY + "&module=version");

        node.install(versioned("1.1.0", "new"));
        assertThat(version().statusCode()).isEqualTo(404);

        act("admin", "action=uninstall&plugin=" + KEY);
        node.install(versioned("1.1.0", "new"));
        assertThat(version().body()).isEqualTo("new");
    }

    @Test
    void aDisabledPluginStaysDisabledWhenTheNodeInstallsItAgain() throws Exception {
        node.install(versioned("1.0.0", "old"));
        act("admin", "action=disable&plugin=" + KEY);

        Plugin again = node.install(versioned("1.0.0", "old"));

        assertThat(again.isEnabled()).isFalse();
        assertThat(node.getAs("admin", PluginManagerPage.PATH).body()).contains("<span class=\"aui-lozenge\">disabled");
    }

    @Test
    void aSignedJarIsAnUpgradeAndIsKeptForTheNextStart() throws Exception {
        node.install(versioned("1.0.0", "old"));
        Path jar = node.signer().sign(versioned("1.1.0", "new").build(folder));

        HttpResponse<String> answer = upload(jar, true);

        assertThat(answer.body()).contains("Planted 1.1.0 is installed.");
        assertThat(version().body()).isEqualTo("new");
        assertThat(new UploadedPlugins(node.node().sharedHome()).all())
                .hasSize(1)
                .allMatch(file -> Files.exists(file.resolveSibling(file.getFileName() + ".sig")));

        act("admin", "action=uninstall&plugin=" + KEY);
        assertThat(new UploadedPlugins(node.node().sharedHome()).all()).isEmpty();
    }

    @Test
    void aRefusedUploadIsExplainedAndTheOldVersionStays() throws Exception {
        node.install(versioned("1.0.0", "old"));

        HttpResponse<String> unsigned = upload(versioned("1.1.0", "new").build(folder), false);
        HttpResponse<String> foreign =
                upload(new Signer().sign(versioned("1.1.0", "new").build(folder)), true);
        HttpResponse<String> unresolved = upload(
                node.signer()
                        .sign(versioned("1.1.0", "new").imports("javax.servlet").build(folder)),
                true);

        assertThat(unsigned.statusCode()).isEqualTo(400);
        assertThat(unsigned.body()).contains("is not signed");
        assertThat(foreign.body()).contains("its signer is not in the trust store");
        assertThat(unresolved.body()).contains("imports javax.servlet, which nobody exports");
        assertThat(version().body()).isEqualTo("old");
        assertThat(new UploadedPlugins(node.node().sharedHome()).all()).isEmpty();
    }

    @Test
    void uploadIsOffUnlessItIsSwitchedOn() throws Exception {
        Path jar = node.signer().sign(versioned("1.0.0", "old").build(folder));
        System.clearProperty(UPLOAD);

        assertThat(upload(jar, true).statusCode()).isEqualTo(403);
        assertThat(upload(jar, true).body()).contains("Plugins cannot be installed via upload");
        assertThat(node.getAs("admin", PluginManagerPage.PATH).body()).doesNotContain("id=\"upm-upload\"");

        System.setProperty(UPLOAD, "true");
        assertThat(upload(jar, true).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> version() throws Exception {
        return node.getAs("pmo", "/plugins/servlet/version");
    }

    private static HttpResponse<String> act(String user, String form) throws Exception {
        return node.post(user, PluginManagerPage.PATH, form, "Content-Type", "application/x-www-form-urlencoded");
    }

    private static HttpResponse<String> upload(Path jar, boolean withSignature) throws Exception {
        return upload(node, jar, withSignature);
    }

    static HttpResponse<String> upload(TestNode node, Path jar, boolean withSignature) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "plugin-file", jar);
        if (withSignature) {
            part(body, "signature-file", jar.resolveSibling(jar.getFileName() + ".sig"));
        }
        body.writeBytes("--line--\r\n".getBytes(StandardCharsets.US_ASCII));
        return node.send(node.request(
                        PluginManagerPage.PATH + "?action=upload",
                        "Authorization",
                        TestNode.basic("admin"),
                        "Content-Type",
                        "multipart/form-data; boundary=line")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(ByteArrayOutputStream body, String name, Path file) throws IOException {
        String head = "--line\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\""
                + file.getFileName() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(Files.readAllBytes(file));
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    static PlantedPlugin versioned(String version, String answer) {
        return PlantedPlugin.named(KEY)
                .version(version)
                .imports("jakarta.servlet", "jakarta.servlet.http")
                .source(KEY + ".Version", """
                        import jakarta.servlet.http.*;
                        public class Version extends HttpServlet {
                            @Override protected void doGet(HttpServletRequest q, HttpServletResponse a) throws java.io.IOException {
                                a.getWriter().write("%s");
                            }
                        }
                        """.formatted(answer))
                .modules("<servlet key=\"version\" class=\"" + KEY
                        + ".Version\"><url-pattern>/version</url-pattern></servlet>");
    }
}
