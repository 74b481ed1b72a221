package io.throughline.host.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.host.planted.HelloPlugin;
import io.throughline.host.planted.PlainProduct;
import io.throughline.host.planted.PlantedPlugin;
import io.throughline.host.planted.Signer;
import io.throughline.host.planted.TestNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the products refuse, this host refuses: one planted fault each. Run as Confluence. */
@Tag("slow")
class RefusalsTest {

    private static final String KEY = "com.example.planted";

    @TempDir
    private static Path folder;

    private static TestNode node;

    @BeforeAll
    static void start() throws Exception {
        node = TestNode.start(PlainProduct.likeConfluence(), folder);
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
    void anUnsignedJarIsRefused() throws Exception {
        Path jar = HelloPlugin.plugin().build(folder);

        assertThatThrownBy(() -> node.node().plugins().install(jar))
                .isInstanceOf(PluginRefused.class)
                .hasMessageContaining("is not signed");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> node.node().plugins().install(Path.of("no-such.jar")))
                .isInstanceOf(PluginRefused.class)
                .hasMessageContaining("no-such.jar");
    }

    @Test
    void aTamperedJarIsRefused() throws Exception {
        Path jar = node.signer().sign(HelloPlugin.plugin().build(folder));
        Files.write(jar, new byte[] {0}, StandardOpenOption.APPEND);

        assertThatThrownBy(() -> node.node().plugins().install(jar))
                .isInstanceOf(PluginRefused.class)
                .hasMessageContaining("signature");
    }

    @Test
    void aJarOfAnUnknownSignerIsRefused() throws Exception {
        Path jar = new Signer().sign(HelloPlugin.plugin().build(folder));

        assertThatThrownBy(() -> node.node().plugins().install(jar))
                .isInstanceOf(PluginRefused.class)
                .hasMessageContaining("signer is not in the trust store");
    }

    @Test
    void aKeyThatDiffersFromTheSymbolicNameIsRefused() {
        PlantedPlugin liar = PlantedPlugin.named(KEY).manifestKey("com.example.other");

        assertThatThrownBy(() -> node.install(liar))
                .isInstanceOf(PluginRefused.class)
                .hasMessageContaining("Bundle-SymbolicName is com.example.other");
    }

    @Test
    void anImportNobodyExportsIsRefusedAndNamed() {
        PlantedPlugin greedy = PlantedPlugin.named(KEY).imports("com.atlassian.jira.issue", "org.apache.commons.lang3");

        assertThatThrownBy(() -> node.install(greedy))
                .isInstanceOf(PluginRefused.class)
                .hasMessageContaining("com.atlassian.jira.issue");
        assertThat(node.node().plugins().find(KEY)).isEmpty();
    }

    @Test
    void whatTheHostIsMadeOfIsNotExported() {
        for (String internal : new String[] {
            "io.throughline.host.launch",
            "org.apache.velocity.app",
            "com.google.common.base",
            "org.apache.commons.lang3",
            "org.jdbi.v3.core",
            "org.eclipse.jetty.server",
            "com.zaxxer.hikari"
        }) {
            assertThatThrownBy(() -> node.install(PlantedPlugin.named(KEY).imports(internal)))
                    .hasMessageContaining(internal);
        }
    }

    @Test
    void aClassicComponentElementIsRefused() {
        PlantedPlugin mixed = PlantedPlugin.named(KEY).modules("<component key=\"old\" class=\"x.Y\"/>");

        assertThatThrownBy(() -> node.install(mixed))
                .isInstanceOf(PluginRefused.class)
                .hasMessageContaining("<component>");
    }

    @Test
    void aComponentIndexLineOfAMissingClassFailsThePlugin() throws Exception {
        Plugin plugin = node.install(PlantedPlugin.named(KEY).index("component", "com.example.planted.Gone"));

        assertThat(plugin.isEnabled()).isFalse();
        assertThat(plugin.failure()).contains("com.example.planted.Gone");
    }

    @Test
    void aCommonBeanThatMentionsTheOtherProductFailsThePlugin() throws Exception {
        Plugin plugin = node.install(PlantedPlugin.named(KEY)
                .imports("com.atlassian.jira.issue;resolution:=optional")
                .source(KEY + ".Mixed", "public class Mixed { public Mixed(com.atlassian.jira.issue.Issue issue) {} }")
                .index("component", KEY + ".Mixed"));

        assertThat(plugin.isEnabled()).isFalse();
        assertThat(plugin.failure()).contains("NoClassDefFoundError").contains("com/atlassian/jira/issue/Issue");
    }

    @Test
    void theSameBeanInTheOtherProductsIndexIsNotTouched() throws Exception {
        Plugin plugin = node.install(PlantedPlugin.named(KEY)
                .imports("com.atlassian.jira.issue;resolution:=optional")
                .source(KEY + ".Mixed", "public class Mixed { public Mixed(com.atlassian.jira.issue.Issue issue) {} }")
                .index("component-jira", KEY + ".Mixed"));

        assertThat(plugin.failure()).isEmpty();
        assertThat(plugin.isEnabled()).isTrue();
    }

    @Test
    void thePlatformIdOfConfluenceIsShorterThanItsName() throws Exception {
        Plugin plugin = node.install(PlantedPlugin.named(KEY)
                .imports("com.atlassian.sal.api")
                .index("imports", "com.atlassian.sal.api.ApplicationProperties")
                .source(KEY + ".Where", """
                        public class Where {
                            private final com.atlassian.sal.api.ApplicationProperties product;
                            public Where(com.atlassian.sal.api.ApplicationProperties product) { this.product = product; }
                            @Override public String toString() { return product.getPlatformId(); }
                        }
                        """)
                .index("component", KEY + ".Where"));

        assertThat(plugin.bean("where", Object.class)).hasToString("conf");
    }

    @Test
    void codeThatReachesForTheOtherProductFailsAtRunTime() throws Exception {
        node.install(PlantedPlugin.named(KEY)
                .imports("jakarta.servlet", "jakarta.servlet.http", "com.atlassian.jira.issue;resolution:=optional")
                .source(KEY + ".Reach", """
                        import jakarta.servlet.http.*;
                        public class Reach extends HttpServlet {
                            @Override protected void doGet(HttpServletRequest q, HttpServletResponse a) throws java.io.IOException {
                                try { a.getWriter().write("" + com.atlassian.jira.issue.Issue.class); }
                                catch (NoClassDefFoundError missing) { a.getWriter().write(missing.toString()); }
                            }
                        }
                        """)
                .modules("<servlet key=\"reach\" class=\"" + KEY
                        + ".Reach\"><url-pattern>/reach</url-pattern></servlet>"));

        HttpResponse<String> answer = node.getAs("admin", "/plugins/servlet/reach");

        assertThat(answer.body()).isEqualTo("java.lang.NoClassDefFoundError: com/atlassian/jira/issue/Issue");
    }

    @Test
    void codeThatReachesForAHostClassFailsAtRunTime() throws Exception {
        Plugin plugin = node.install(PlantedPlugin.named(KEY)
                .source(
                        KEY + ".Peek",
                        "public class Peek { public Peek() { io.throughline.host.launch.Options.parse(); } }")
                .index("component", KEY + ".Peek"));

        assertThat(plugin.failure()).contains("NoClassDefFoundError").contains("io/throughline/host/launch/Options");
    }

    @Test
    void anImportsLineOfAMissingClassIsOnlySkipped() throws Exception {
        Plugin plugin = node.install(
                PlantedPlugin.named(KEY).index("imports", "com.atlassian.jira.issue.IssueManager#issueManager"));

        assertThat(plugin.isEnabled()).isTrue();
    }

    @Test
    void aServiceThatNeverAppearsFailsThePluginAfterATime() throws Exception {
        Plugin plugin = node.install(PlantedPlugin.named(KEY)
                .source(KEY + ".Nobody", "public interface Nobody {}")
                .index("imports", KEY + ".Nobody"));

        assertThat(plugin.isEnabled()).isFalse();
        assertThat(plugin.failure()).contains("com.example.planted.Nobody").contains("did not appear");
    }

    @Test
    void twoBeansOfOneNameFailThePlugin() throws Exception {
        Plugin plugin = node.install(PlantedPlugin.named(KEY)
                .source(KEY + ".a.Store", "public class Store {}")
                .source(KEY + ".b.Store", "public class Store {}")
                .index("component", KEY + ".a.Store", KEY + ".b.Store"));

        assertThat(plugin.isEnabled()).isFalse();
        assertThat(plugin.failure()).contains("bean name 'store'").contains("conflicts");
    }

    @Test
    void aModuleTypeNobodyKnowsIsUnrecognisedAndThePluginStaysEnabled() throws Exception {
        Plugin plugin = node.install(PlantedPlugin.named(KEY)
                .modules("<jql-function key=\"here\" class=\"x.Y\"/>")
                .modules("<jql-function key=\"there\" class=\"x.Y\" application=\"jira\"/>"));

        assertThat(plugin.isEnabled()).isTrue();
        assertThat(plugin.modules())
                .extracting(Plugin.ModuleState::key, Plugin.ModuleState::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("here", Plugin.State.UNRECOGNISED),
                        org.assertj.core.groups.Tuple.tuple("there", Plugin.State.OTHER_PRODUCT));
    }

    @Test
    void aModuleWhoseClassIsMissingFailsAloneAndThePluginStaysEnabled() throws Exception {
        Plugin plugin = node.install(PlantedPlugin.named(KEY)
                .modules("<servlet key=\"gone\" class=\"x.Y\"><url-pattern>/gone</url-pattern></servlet>"));

        assertThat(plugin.isEnabled()).isTrue();
        assertThat(plugin.modules()).extracting(Plugin.ModuleState::state).containsExactly(Plugin.State.FAILED);
    }
}
