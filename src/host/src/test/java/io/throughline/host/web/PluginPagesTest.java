package io.throughline.host.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.host.planted.PlainProduct;
import io.throughline.host.planted.PlantedPlugin;
import io.throughline.host.planted.TestNode;
import io.throughline.host.plugin.Plugin;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates, fragments and web resources of one planted plugin. */
@Tag("slow")
class PluginPagesTest {

    private static final String KEY = "com.example.pages";

    @TempDir
    private static Path folder;

    private static TestNode node;
    private static Plugin plugin;

    @BeforeAll
    static void start() throws Exception {
        node = TestNode.start(PlainProduct.likeJira(), folder);
        plugin = node.install(plugin());
        assertThat(plugin.failure()).isEmpty();
        assertThat(plugin.modules()).allMatch(module -> module.state() == Plugin.State.ENABLED);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void aListedMethodIsCalledAndItsValueEscaped() {
        assertThat(panel()).contains("title=Cats &amp; &lt;dogs&gt;;");
    }

    @Test
    void aMethodMissingInTheAllowListIsNotCalledAndStaysAsWritten() {
        assertThat(panel()).contains("secret=$view.getSecret();").contains("prop=$view.secret;");
    }

    @Test
    void aMethodMarkedSafeIsNotEscaped() {
        assertThat(panel()).contains("html=<b>bold</b>;").contains("kept=<b>bold</b>;");
    }

    @Test
    void jdkStringsAndCollectionsNeedNoEntryAndClassesAreOutOfReach() {
        assertThat(panel()).contains("rows=one,two,;").contains("size=2;").contains("class=$view.class;");
        assertThat(panel()).contains("jdk=$rows.getClass();");
    }

    @Test
    void textsOfThePluginAreThereInPanelsAndLabels() {
        assertThat(panel()).contains("text=It&#39;s 5;");
        assertThat(node.node().fragments().panels("planted.place", Map.of("name", "x")))
                .extracting(WebFragments.Panel::label)
                .containsExactly("The panel");
    }

    @Test
    void anItemShowsByItsConditionAndItsLinkIsRendered() {
        assertThat(node.node().fragments().items("planted.menu", Map.of("name", "x", "projectKey", "A&B")))
                .extracting(WebFragments.Item::label, WebFragments.Item::url, WebFragments.Item::linkId)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Go", "/go/A&amp;B", "go-link"));
        assertThat(node.node().fragments().items("planted.menu", Map.of("name", "hide")))
                .isEmpty();
    }

    @Test
    void requiredResourcesAreLinkedAfterWhatTheyDependOn() throws Exception {
        String page = node.getAs("pmo", "/plugins/servlet/pages").body();

        assertThat(page)
                .containsSubsequence(
                        "name=\"ajs-context-path\" content=\"/jira\"",
                        "com.atlassian.auiplugin:aui.css",
                        "com.example.pages:base.css",
                        "WRM._unparsedData[\"key\"]",
                        "com.atlassian.auiplugin:aui.js",
                        "com.example.pages:base.js",
                        "com.example.pages:app.js");
        assertThat(page).doesNotContain("com.example.pages:unused");
        assertThat(page).contains("/jira/s/1.0.0/_/download/batch/com.example.pages:app/com.example.pages:app.js");
    }

    @Test
    void aContextPullsItsResourcesIntoEveryPage() throws Exception {
        assertThat(node.getAs("pmo", "/plugins/servlet/pages").body()).contains("com.example.pages:everywhere.js");
    }

    @Test
    void scriptsAreTranslatedAndServedAsUtf8() throws Exception {
        HttpResponse<String> script =
                node.get("/s/1.0.0/_/download/batch/com.example.pages:app/com.example.pages:app.js?locale=en-US");

        assertThat(script.headers().firstValue("Content-Type")).hasValue("text/javascript;charset=UTF-8");
        assertThat(script.body()).contains("alert(\"The panel\")").contains("WRM.format(\"It\\u0027\\u0027s {0}\", 5)");
    }

    @Test
    void imagesOfStyleSheetsAndDownloadFoldersAreFound() throws Exception {
        String css = node.get("/download/batch/com.example.pages:base/com.example.pages:base.css")
                .body();

        assertThat(css).contains("url(/jira/s/1.0.0/_/download/resources/com.example.pages:base/images/dot.svg)");
        assertThat(node.get("/s/1.0.0/_/download/resources/com.example.pages:base/images/dot.svg")
                        .body())
                .isEqualTo("<svg/>");
        assertThat(node.get("/download/resources/com.example.pages/pics/dot.svg")
                        .body())
                .isEqualTo("<svg/>");
        assertThat(node.get("/download/resources/com.example.pages/atlassian-plugin.xml")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void auiAndJqueryAreServed() throws Exception {
        HttpResponse<String> script =
                node.get("/s/10.0.4/_/download/batch/com.atlassian.auiplugin:aui/com.atlassian.auiplugin:aui.js");

        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.body())
                .contains("jQuery v3.7.1")
                .contains("@version v10.0.4")
                .contains("WRM.contextPath");
    }

    private static String panel() {
        return node.node()
                .fragments()
                .panels("planted.place", Map.of("name", "x"))
                .get(0)
                .html();
    }

    private static PlantedPlugin plugin() {
        return PlantedPlugin.named(KEY)
                .imports(
                        "com.atlassian.plugin.web",
                        "com.atlassian.velocity.htmlsafe",
                        "com.atlassian.webresource.api.assembler",
                        "jakarta.servlet",
                        "jakarta.servlet.http",
                        "jakarta.inject")
                .index("imports", "com.atlassian.webresource.api.assembler.PageBuilderService")
                .source(KEY + ".View", VIEW)
                .source(KEY + ".Provider", PROVIDER)
                .source(KEY + ".Shown", CONDITION)
                .source(KEY + ".Page", PAGE)
                .file("i18n/pages.properties", "panel=The panel\nits=It''s {0}\ngo=Go\n")
                .file("templates/panel.vm", TEMPLATE)
                .file("js/app.js", "alert(WRM.I18n.getText('panel')); x(AJS.I18n.getText(\"its\", 5));")
                .file("js/base.js", "base();")
                .file("css/base.css", ".a{background:url(images/dot.svg)}")
                .file("images/dot.svg", "<svg/>")
                .modules(MODULES);
    }

    private static final String VIEW = """
            public class View {
                public String getTitle() { return "Cats & <dogs>"; }
                public String getSecret() { return "leaked"; }
                @com.atlassian.velocity.htmlsafe.HtmlSafe public String getHtml() { return "<b>bold</b>"; }
            }
            """;

    private static final String PROVIDER = """
            import java.util.*;
            public class Provider implements com.atlassian.plugin.web.ContextProvider {
                public void init(Map<String, String> params) {}
                public Map<String, Object> getContextMap(Map<String, Object> context) {
                    return Map.of("view", new View(), "rows", List.of("one", "two"));
                }
            }
            """;

    private static final String CONDITION = """
            import java.util.*;
            public class Shown implements com.atlassian.plugin.web.Condition {
                private String hidden;
                public void init(Map<String, String> params) { hidden = params.get("hidden"); }
                public boolean shouldDisplay(Map<String, Object> context) { return hidden.equals(context.get("name")); }
            }
            """;

    private static final String PAGE = """
            import jakarta.servlet.http.*;
            import com.atlassian.webresource.api.assembler.*;
            public class Page extends HttpServlet {
                private final PageBuilderService pages;
                @jakarta.inject.Inject public Page(PageBuilderService pages) { this.pages = pages; }
                @Override protected void doGet(HttpServletRequest q, HttpServletResponse a) throws java.io.IOException {
                    pages.assembler().resources().requireWebResource("com.example.pages:app");
                    pages.assembler().data().requireData("key", "value");
                    a.setContentType("text/html");
                    a.getWriter().write("<html><head><meta name='decorator' content='atl.general'></head><body>x</body></html>");
                }
            }
            """;

    private static final String TEMPLATE = """
            title=$view.title;
            secret=$view.getSecret();
            prop=$view.secret;
            html=$view.getHtml();
            #set($kept = $view.html)
            kept=$kept;
            rows=#foreach($row in $rows)$row,#end;
            size=$rows.size();
            class=$view.class;
            jdk=$rows.getClass();
            text=$i18n.getText("its", 5);
            """;

    private static final String MODULES = """
            <resource type="i18n" name="i18n" location="i18n/pages"/>
            <resource type="download" name="pics/" location="/images/"/>
            <velocity-allowlist key="allow">
              <method>com.example.pages.View#getTitle()</method>
              <method>com.example.pages.View#getHtml()</method>
            </velocity-allowlist>
            <servlet key="page" class="com.example.pages.Page"><url-pattern>/pages</url-pattern></servlet>
            <web-panel key="panel" location="planted.place" weight="10"><label key="panel"/>
              <context-provider class="com.example.pages.Provider"/>
              <resource name="view" type="velocity" location="/templates/panel.vm"/></web-panel>
            <web-item key="item" section="planted.menu" weight="5"><label key="go"/>
              <link linkId="go-link">/go/$projectKey</link>
              <condition class="com.example.pages.Shown" invert="true"><param name="hidden">hide</param></condition></web-item>
            <web-resource key="base">
              <dependency>com.atlassian.auiplugin:ajs</dependency>
              <resource type="download" name="base.js" location="/js/base.js"/>
              <resource type="download" name="base.css" location="/css/base.css"/>
              <resource type="download" name="images/" location="/images/"/></web-resource>
            <web-resource key="app">
              <transformation extension="js"><transformer key="jsI18n"/></transformation>
              <dependency>com.example.pages:base</dependency>
              <resource type="download" name="app.js" location="/js/app.js"/></web-resource>
            <web-resource key="everywhere"><context>atl.general</context>
              <resource type="download" name="base.js" location="/js/base.js"/></web-resource>
            <web-resource key="unused"><resource type="download" name="base.js" location="/js/base.js"/></web-resource>
            """;
}
