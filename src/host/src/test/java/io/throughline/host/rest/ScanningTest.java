package io.throughline.host.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.host.planted.PlainProduct;
import io.throughline.host.planted.PlantedPlugin;
import io.throughline.host.planted.TestNode;
import io.throughline.host.plugin.Plugin;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which classes a REST module finds. */
@Tag("slow")
class ScanningTest {

    private static final String KEY = "com.example.scanned";

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
        node.node().plugins().uninstall(KEY);
    }

    @Test
    void aResourceInANestedJarIsNotFoundThoughItsClassLoads() throws Exception {
        Plugin plugin = node.install(
                resource().nested(KEY + ".rest.Thing").modules(rest("<package>" + KEY + ".rest</package>")));

        assertThat(plugin.load(KEY + ".rest.Thing")).isNotNull();
        assertThat(node.getAs("admin", "/rest/scanned/1.0/thing").statusCode()).isEqualTo(404);
    }

    @Test
    void theSameResourceInTheJarItselfIsFound() throws Exception {
        node.install(resource().modules(rest("<package>" + KEY + ".rest</package>")));

        assertThat(node.getAs("admin", "/rest/scanned/1.0/thing").body()).isEqualTo("thing");
    }

    @Test
    void withoutAPackageTheWholeBundleIsSearchedAndABrokenClassInItFailsTheModule() throws Exception {
        Plugin plugin = node.install(resource()
                .imports("com.atlassian.confluence.pages;resolution:=optional")
                .source(KEY + ".other.Wiki", """
                        @jakarta.ws.rs.Path("wiki")
                        public class Wiki {
                            @jakarta.ws.rs.GET public String get(com.atlassian.confluence.pages.Page page) { return ""; }
                        }
                        """)
                .modules(rest("")));

        assertThat(plugin.isEnabled()).isTrue();
        assertThat(plugin.modules()).extracting(Plugin.ModuleState::state).containsExactly(Plugin.State.FAILED);
        assertThat(plugin.modules().get(0).note()).contains("com/atlassian/confluence/pages/Page");
    }

    private static String rest(String children) {
        return "<rest key=\"rest\" path=\"/scanned\" version=\"1.0\">" + children + "</rest>";
    }

    private static PlantedPlugin resource() {
        return PlantedPlugin.named(KEY)
                .imports("jakarta.ws.rs")
                .source(
                        KEY + ".rest.Thing",
                        "@jakarta.ws.rs.Path(\"thing\") public class Thing { @jakarta.ws.rs.GET public String get() { return \"thing\"; } }");
    }
}
