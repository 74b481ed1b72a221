package io.throughline.host.confluence;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.host.planted.PlantedPlugin;
import io.throughline.host.planted.TestNode;
import io.throughline.host.plugin.Plugin;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a foreign plugin adds to the editor: blueprints in the create dialog, macros in the macro browser. */
@Tag("slow")
class BlueprintModuleTypesTest {

    private static final String KEY = "com.example.pages";

    private static final String CONTEXT = """
            import com.atlassian.plugin.web.ContextProvider;
            import java.util.*;
            public class Review implements ContextProvider {
                public void init(Map<String, String> params) {}
                public Map<String, Object> getContextMap(Map<String, Object> context) {
                    Map<String, Object> all = new HashMap<>(context);
                    all.put("ContentPageTitle", "Review in " + context.get("spaceKey"));
                    all.put("owner", "R & D");
                    all.put("table", "<p class='made'>made</p>");
                    return all;
                }
            }
            """;

    private static final String MACRO = """
            import com.atlassian.confluence.content.render.xhtml.ConversionContext;
            import com.atlassian.confluence.macro.Macro;
            import java.util.Map;
            public class Board implements Macro {
                public String execute(Map<String, String> parameters, String body, ConversionContext context) {
                    return "board of " + parameters.get("plan");
                }
                public BodyType getBodyType() { return BodyType.RICH_TEXT; }
                public OutputType getOutputType() { return OutputType.BLOCK; }
            }
            """;

    private static final String TEMPLATE = """
            <at:declarations><at:string at:name="owner"/></at:declarations>
            <p>Owner: <at:var at:name="owner"/></p><at:var at:name="table" at:rawxhtml="true"/><p><at:var at:name="nobody"/></p>
            """;

    @TempDir
    private static Path folder;

    private static TestNode node;
    private static Plugin plugin;

    @BeforeAll
    static void start() throws Exception {
        node = TestNode.start(new ConfluenceProduct(), folder);
        plugin = node.install(planted());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void theCreateDialogOffersABlankPageAndTheBlueprints() throws Exception {
        String dialog =
                node.getAs("pmo", "/create-dialog.action?spaceKey=STRAT").body();

        assertThat(dialog).contains("Blank page", "Strategy review", "What moved and what did not", "Drafted review");
    }

    @Test
    void aBlueprintWhoseResultIsAPageMakesIt() throws Exception {
        HttpResponse<String> made = choose("at-once");

        assertThat(made.statusCode()).isEqualTo(302);
        String page = node.getAs("exec", "/display/STRAT/Review+in+STRAT").body();
        assertThat(page)
                .contains("Owner: R &amp; D", "<p class=\"made\">made</p>")
                .doesNotContain("at:var");
        assertThat(choose("at-once").body()).as("once more").contains("A page with this title already exists");
    }

    @Test
    void aBlueprintWhoseResultIsADraftOpensTheEditorWithIt() throws Exception {
        String editor = node.getAs("pmo", "/pages/createpage.action?spaceKey=STRAT&blueprint=" + KEY + ":drafted")
                .body();

        assertThat(editor).contains("value=\"Review in STRAT\"", "Owner: R &amp;amp; D");
    }

    @Test
    void aBlueprintWithoutAnIndexKeyIsReportedAsFailed() {
        assertThat(plugin.modules())
                .filteredOn(module -> module.key().equals("no-index"))
                .singleElement()
                .satisfies(module -> {
                    assertThat(module.state()).isEqualTo(Plugin.State.FAILED);
                    assertThat(module.note()).contains("index-key");
                });
    }

    @Test
    void theMacroBrowserHasAFormFromTheDescriptorInThePluginsWords() throws Exception {
        String editor =
                node.getAs("pmo", "/pages/createpage.action?spaceKey=STRAT").body();
        String data = editor.substring(editor.indexOf("macro-browser-data"));

        assertThat(data)
                .contains("\"name\":\"board\",\"title\":\"Strategy board\"", "\"hasBody\":true")
                .contains("\"name\":\"plan\",\"type\":\"string\",\"label\":\"Plan\"", "\"required\":true")
                .contains("{\"value\":\"theme\",\"label\":\"By theme\"}")
                .doesNotContain("secret-board");
    }

    private static HttpResponse<String> choose(String blueprint) throws Exception {
        return node.post(
                "pmo",
                "/create-dialog.action?spaceKey=STRAT",
                "blueprint=" + KEY + ":" + blueprint,
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Origin",
                node.node().baseUrl().replace("/confluence", ""));
    }

    private static PlantedPlugin planted() {
        return PlantedPlugin.named(KEY)
                .imports(
                        "com.atlassian.confluence.macro;resolution:=optional",
                        "com.atlassian.confluence.content.render.xhtml;resolution:=optional",
                        "com.atlassian.plugin.web",
                        "com.atlassian.plugin")
                .source(KEY + ".Review", CONTEXT)
                .source(KEY + ".Board", MACRO)
                .file("templates/review.xml", TEMPLATE)
                .file("i18n/pages.properties", """
                        bp.name=Strategy review
                        bp.desc=What moved and what did not
                        bp.draft=Drafted review
                        com.example.pages.board.label=Strategy board
                        com.example.pages.board.param.plan.label=Plan
                        com.example.pages.board.param.by.theme.desc=By theme
                        """)
                .modules("<resource type=\"i18n\" name=\"i18n\" location=\"i18n/pages\"/>")
                .modules("""
                        <content-template key="review" i18n-name-key="bp.name">
                          <resource name="template" type="download" location="/templates/review.xml"/>
                          <context-provider class="com.example.pages.Review"/>
                        </content-template>
                        <blueprint key="at-once" content-template-key="review" index-key="reviews" i18n-name-key="bp.name" create-result="view"/>
                        <blueprint key="drafted" content-template-key="review" index-key="reviews" i18n-name-key="bp.draft"/>
                        <blueprint key="no-index" content-template-key="review" i18n-name-key="bp.name"/>
                        <web-item key="at-once-item" i18n-name-key="bp.name" section="system.create.dialog/content">
                          <description key="bp.desc"/><param name="blueprintKey" value="at-once"/>
                        </web-item>
                        <web-item key="drafted-item" i18n-name-key="bp.draft" section="system.create.dialog/content">
                          <param name="blueprintKey" value="drafted"/>
                        </web-item>
                        <xhtml-macro key="board" name="board" class="com.example.pages.Board">
                          <category name="reporting"/>
                          <parameters><parameter name="plan" type="string" required="true"/>
                            <parameter name="by" type="enum" default="theme"><value name="theme"/></parameter></parameters>
                        </xhtml-macro>
                        <xhtml-macro key="hidden" name="secret-board" class="com.example.pages.Board">
                          <category name="hidden-macros"/>
                        </xhtml-macro>
                        """);
    }
}
