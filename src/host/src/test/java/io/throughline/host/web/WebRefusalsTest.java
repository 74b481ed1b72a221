package io.throughline.host.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.host.planted.PlainProduct;
import io.throughline.host.planted.PlantedPlugin;
import io.throughline.host.planted.TestNode;
import io.throughline.host.plugin.Plugin;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What templates and pages of a plugin may not do; each fault beside the same plugin without it. */
@Tag("slow")
class WebRefusalsTest {

    private static final String KEY = "com.example.shown";

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
    void aMethodThatIsNotListedIsNotCalledAndAListedOneIs() throws Exception {
        node.install(panel("new Row()", ""));
        assertThat(shown()).isEqualTo("$view.getName()");

        node.install(panel("new Row()", KEY + ".Row#getName()"));
        assertThat(shown()).isEqualTo("a row");
    }

    @Test
    void aProxyInTheContextIsOutOfReachThoughItsInterfaceIsListed() throws Exception {
        String proxied = "java.lang.reflect.Proxy.newProxyInstance(Named.class.getClassLoader(),"
                + " new Class<?>[] {Named.class}, (proxy, method, arguments) -> \"a row\")";

        node.install(panel(proxied, KEY + ".Named#getName()"));
        assertThat(shown()).isEqualTo("$view.getName()");

        node.install(panel("new Row()", KEY + ".Named#getName()"));
        assertThat(shown()).isEqualTo("a row");
    }

    @Test
    void aPluginListsOnlyItsOwnClasses() throws Exception {
        Plugin foreign = node.install(panel("new Row()", "com.atlassian.sal.api.user.UserProfile#getEmail()")
                .imports("com.atlassian.sal.api.user"));
        assertThat(foreign.modules().get(0).state()).isEqualTo(Plugin.State.FAILED);
        assertThat(foreign.modules().get(0).note()).contains("only its own classes");

        Plugin own = node.install(panel("new Row()", KEY + ".Row#getName()"));
        assertThat(own.modules().get(0).state()).isEqualTo(Plugin.State.ENABLED);
    }

    @Test
    void aWebPanelOfAClassIsNotTakenAndOneOfATemplateIs() throws Exception {
        Plugin old = node.install(PlantedPlugin.named(KEY)
                .modules("<web-panel key=\"panel\" location=\"planted.place\" class=\"" + KEY + ".Row\"/>"));
        assertThat(old.modules().get(0).state()).isEqualTo(Plugin.State.FAILED);

        node.install(panel("new Row()", KEY + ".Row#getName()"));
        assertThat(shown()).isEqualTo("a row");
    }

    @Test
    void lessIsNotCompiledAndCssIsServed() throws Exception {
        PlantedPlugin styled = PlantedPlugin.named(KEY)
                .file("css/app.less", "@paint: red; a { color: @paint }")
                .file("css/app.css", "a { color: blue }")
                .modules(
                        "<web-resource key=\"less\"><transformation extension=\"less\"><transformer key=\"lessTransformer\"/>"
                                + "</transformation><resource type=\"download\" name=\"app.css\" location=\"/css/app.less\"/></web-resource>")
                .modules(
                        "<web-resource key=\"css\"><resource type=\"download\" name=\"app.css\" location=\"/css/app.css\"/></web-resource>");
        node.install(styled);

        assertThat(css("less")).contains("@paint");
        assertThat(css("css")).contains("color: blue");
    }

    @Test
    void jqueryMigrateAndTheFirstDropdownAreGone() throws Exception {
        String aui = node.get("/s/10.0.4/_/download/batch/com.atlassian.auiplugin:aui/com.atlassian.auiplugin:aui.js")
                .body();

        assertThat(aui).contains("jQuery v3").doesNotContain("JQMIGRATE").doesNotContain("AJS.dropDown=");
    }

    @Test
    void aScriptIsCachedForItsVersionAndANewVersionHasANewAddress() throws Exception {
        PlantedPlugin first = scripted("1.0.0", "old();");
        node.install(first);
        String address = "/s/%s/_/download/batch/" + KEY + ":js/" + KEY + ":js.js";
        assertThat(node.get(address.formatted("1.0.0")).headers().firstValue("Cache-Control"))
                .hasValue("public, max-age=31536000");

        node.install(scripted("1.0.1", "fresh();"));
        assertThat(node.getAs("dev", "/plugins/servlet/scripted").body()).contains("/s/1.0.1/_/download/batch/");
    }

    private static PlantedPlugin scripted(String version, String script) {
        return PlantedPlugin.named(KEY)
                .version(version)
                .imports("jakarta.servlet", "jakarta.servlet.http")
                .file("js/app.js", script)
                .source(KEY + ".Scripted", """
                        import jakarta.servlet.http.*;
                        public class Scripted extends HttpServlet {
                            @Override protected void doGet(HttpServletRequest q, HttpServletResponse a) throws java.io.IOException {
                                a.setContentType("text/html");
                                a.getWriter().write("<html><head><meta name='decorator' content='atl.general'></head><body>x</body></html>");
                            }
                        }
                        """)
                .modules("<servlet key=\"page\" class=\"" + KEY
                        + ".Scripted\"><url-pattern>/scripted</url-pattern></servlet>")
                .modules("<web-resource key=\"js\"><context>atl.general</context>"
                        + "<resource type=\"download\" name=\"app.js\" location=\"/js/app.js\"/></web-resource>");
    }

    private static String css(String module) throws Exception {
        return node.get("/download/resources/" + KEY + ":" + module + "/app.css")
                .body();
    }

    private static String shown() {
        return node.node()
                .fragments()
                .panels("planted.place", Map.of())
                .get(0)
                .html()
                .strip();
    }

    private static PlantedPlugin panel(String view, String listed) {
        return PlantedPlugin.named(KEY)
                .imports("com.atlassian.plugin.web")
                .source(KEY + ".Named", "public interface Named { String getName(); }")
                .source(
                        KEY + ".Row",
                        "public class Row implements Named { public String getName() { return \"a row\"; } }")
                .source(KEY + ".Provider", """
                        import java.util.*;
                        public class Provider implements com.atlassian.plugin.web.ContextProvider {
                            public void init(Map<String, String> params) {}
                            public Map<String, Object> getContextMap(Map<String, Object> context) { return Map.of("view", %s); }
                        }
                        """.formatted(view))
                .file("templates/panel.vm", "$view.getName()")
                .modules("<velocity-allowlist key=\"allow\">"
                        + (listed.isEmpty() ? "" : "<method>" + listed + "</method>") + "</velocity-allowlist>")
                .modules(
                        "<web-panel key=\"panel\" location=\"planted.place\"><context-provider class=\"" + KEY
                                + ".Provider\"/><resource name=\"view\" type=\"velocity\" location=\"/templates/panel.vm\"/></web-panel>");
    }
}
