package io.throughline.host.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.host.planted.HelloPlugin;
import io.throughline.host.planted.PlainProduct;
import io.throughline.host.planted.PlantedPlugin;
import io.throughline.host.planted.TestNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class LifeOfAPluginTest {

    private static final String KEY = "com.example.living";

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
        System.clearProperty("planted.started");
        System.clearProperty("planted.stopped");
    }

    @Test
    void aLifecycleAwareBeanIsNotCalledUnlessItIsExported() throws Exception {
        node.install(living().index("component", KEY + ".Living"));

        assertThat(System.getProperty("planted.started")).isNull();
    }

    @Test
    void anExportedLifecycleAwareIsStartedOnceAndStopped() throws Exception {
        node.install(living().index("component", KEY + ".Living")
                .index("exports", KEY + ".Living#com.atlassian.sal.api.lifecycle.LifecycleAware"));

        assertThat(System.getProperty("planted.started")).isEqualTo("1");

        node.node().plugins().disable(KEY);

        assertThat(System.getProperty("planted.stopped")).isEqualTo("1");
    }

    @Test
    void aDisabledPluginAnswersNothingAndAnEnabledOneAgain() throws Exception {
        node.install(HelloPlugin.plugin());
        Plugins plugins = node.node().plugins();

        plugins.disable(HelloPlugin.KEY);
        assertThat(node.getAs("pmo", "/plugins/servlet/hello/x").statusCode()).isEqualTo(404);
        assertThat(node.getAs("pmo", "/rest/hello/1.0/greeting").statusCode()).isEqualTo(404);

        plugins.enable(HelloPlugin.KEY);
        assertThat(node.getAs("pmo", "/plugins/servlet/hello/x").statusCode()).isEqualTo(200);
        assertThat(node.getAs("pmo", "/rest/hello/1.0/greeting").statusCode()).isEqualTo(200);
    }

    @Test
    void anUpgradeBringsNewCode() throws Exception {
        node.install(versioned("1.0.0", "old"));
        assertThat(node.getAs("pmo", "/plugins/servlet/version").body()).isEqualTo("old");

        node.install(versioned("1.1.0", "new"));

        assertThat(node.getAs("pmo", "/plugins/servlet/version").body()).isEqualTo("new");
        assertThat(node.node().plugins().find(KEY))
                .get()
                .extracting(Plugin::version)
                .isEqualTo("1.1.0");
    }

    @Test
    void anUpgradeThatDoesNotResolveLeavesTheOldVersion() throws Exception {
        node.install(versioned("1.0.0", "old"));

        assertThatThrownBy(() -> node.install(versioned("2.0.0", "new").imports("no.such.thing")))
                .hasMessageContaining("no.such.thing");

        assertThat(node.getAs("pmo", "/plugins/servlet/version").body()).isEqualTo("old");
    }

    private static PlantedPlugin versioned(String version, String answer) {
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

    private static PlantedPlugin living() {
        return PlantedPlugin.named(KEY)
                .imports("com.atlassian.sal.api.lifecycle")
                .source(KEY + ".Living", """
                        public class Living implements com.atlassian.sal.api.lifecycle.LifecycleAware {
                            public void onStart() { count("planted.started"); }
                            public void onStop() { count("planted.stopped"); }
                            private static void count(String name) {
                                System.setProperty(name, "" + (Integer.getInteger(name, 0) + 1));
                            }
                        }
                        """);
    }
}
