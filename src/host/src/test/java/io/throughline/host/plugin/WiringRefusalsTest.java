package io.throughline.host.plugin;

import static org.assertj.core.api.Assertions.assertThat;

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

/** What the plugin context and the start of a plugin do not do for it; each fault beside the same plugin without it. */
@Tag("slow")
class WiringRefusalsTest {

    private static final String KEY = "com.example.wrong";

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
        System.clearProperty(KEY);
        node.node().plugins().all().forEach(plugin -> node.node().plugins().uninstall(plugin.key()));
    }

    @Test
    void anImportOfAnAbsentTypeIsSkippedAndOnlyItsUserFails() throws Exception {
        String[] imports = {"com.atlassian.sal.api.net.TrustedRequestFactory", "com.atlassian.sal.api.user.UserManager"
        };

        Plugin careless = node.install(PlantedPlugin.named(KEY)
                .imports("com.atlassian.sal.api.user", "com.atlassian.sal.api.net")
                .index("imports", imports));
        assertThat(careless.failure()).isEmpty();
        assertThat(careless.bean("userManager", Object.class)).isNotNull();

        Plugin user = node.install(PlantedPlugin.named(KEY)
                .index("imports", imports)
                .source("com.atlassian.sal.api.net.TrustedRequestFactory", "public interface TrustedRequestFactory {}")
                .leftOut("com.atlassian.sal.api.net.TrustedRequestFactory")
                .source(
                        KEY + ".Caller",
                        "public class Caller { public Caller(com.atlassian.sal.api.net.TrustedRequestFactory f) {} }")
                .index("component", KEY + ".Caller"));
        assertThat(user.failure()).contains("TrustedRequestFactory");
    }

    @Test
    void twoImportsOfOneNameFailThePluginAndTwoNamesDoNot() throws Exception {
        Plugin clash = node.install(PlantedPlugin.named(KEY)
                .imports("com.atlassian.sal.api.user", "com.atlassian.sal.api.message")
                .index(
                        "imports",
                        "com.atlassian.sal.api.user.UserManager#users",
                        "com.atlassian.sal.api.message.I18nResolver#users"));
        assertThat(clash.failure()).contains("have the bean name users");

        Plugin apart = node.install(PlantedPlugin.named(KEY)
                .imports("com.atlassian.sal.api.user", "com.atlassian.sal.api.message")
                .index(
                        "imports",
                        "com.atlassian.sal.api.user.UserManager#salUsers",
                        "com.atlassian.sal.api.message.I18nResolver#users"));
        assertThat(apart.failure()).isEmpty();
    }

    @Test
    void twoClassesOfOneShortNameNeedTheirOwnBeanNames() throws Exception {
        Plugin unnamed = node.install(stores(KEY + ".a.Store", KEY + ".b.Store"));
        assertThat(unnamed.failure()).contains("bean name 'store'").contains("conflicts");

        Plugin named = node.install(stores(KEY + ".a.Store", KEY + ".b.Store#otherStore"));
        assertThat(named.failure()).isEmpty();
    }

    @Test
    void anUpgradeTaskThatIsNotExportedIsNeverCalled() throws Exception {
        node.install(task().index("component", KEY + ".Task"));
        assertThat(System.getProperty(KEY)).isNull();

        node.install(task().index("component", KEY + ".Task")
                .index("exports", KEY + ".Task#com.atlassian.sal.api.upgrade.PluginUpgradeTask"));
        assertThat(System.getProperty(KEY)).isEqualTo("upgraded");
    }

    @Test
    void activeObjectsCannotBeUsedWhileTheBeansAreMadeButInOnStart() throws Exception {
        assertThat(node.install(notes("@jakarta.annotation.PostConstruct public void early() { write(); }"))
                        .failure())
                .contains("used before its ao module is enabled");

        assertThat(node.install(notes("")).failure()).isEmpty();
        assertThat(System.getProperty(KEY)).isEqualTo("1 note");
    }

    @Test
    void anUnexportedLifecycleAwareIsNotCalledAndAnExportedOneIs() throws Exception {
        PlantedPlugin silent = starter();
        node.install(silent);
        assertThat(System.getProperty(KEY)).isNull();

        node.install(starter().index("exports", KEY + ".Starter#com.atlassian.sal.api.lifecycle.LifecycleAware"));
        assertThat(System.getProperty(KEY)).isEqualTo("started");
    }

    private static PlantedPlugin starter() {
        return PlantedPlugin.named(KEY)
                .imports("com.atlassian.sal.api.lifecycle")
                .source(
                        KEY + ".Starter",
                        "public class Starter implements com.atlassian.sal.api.lifecycle.LifecycleAware {"
                                + " public void onStart() { System.setProperty(\"" + KEY + "\", \"started\"); } }")
                .index("component", KEY + ".Starter");
    }

    private static PlantedPlugin stores(String... lines) {
        return PlantedPlugin.named(KEY)
                .source(KEY + ".a.Store", "public class Store {}")
                .source(KEY + ".b.Store", "public class Store {}")
                .index("component", lines);
    }

    private static PlantedPlugin task() {
        return PlantedPlugin.named(KEY)
                .imports("com.atlassian.sal.api.upgrade", "com.atlassian.sal.api.message")
                .source(KEY + ".Task", """
                        public class Task implements com.atlassian.sal.api.upgrade.PluginUpgradeTask {
                            public int getBuildNumber() { return 1; }
                            public String getShortDescription() { return "first"; }
                            public String getPluginKey() { return "%1$s"; }
                            public java.util.Collection<com.atlassian.sal.api.message.Message> doUpgrade() {
                                System.setProperty("%1$s", "upgraded");
                                return java.util.List.of();
                            }
                        }
                        """.formatted(KEY));
    }

    private static PlantedPlugin notes(String early) {
        return PlantedPlugin.named(KEY)
                .imports(
                        "net.java.ao",
                        "jakarta.annotation",
                        "com.atlassian.activeobjects.external",
                        "com.atlassian.sal.api.lifecycle")
                .source(KEY + ".Note", "public interface Note extends net.java.ao.Entity {}")
                .source(KEY + ".Notes", """
                        public class Notes implements com.atlassian.sal.api.lifecycle.LifecycleAware {
                            private final com.atlassian.activeobjects.external.ActiveObjects ao;
                            public Notes(com.atlassian.activeobjects.external.ActiveObjects ao) { this.ao = ao; }
                            %s
                            public void onStart() { write(); }
                            private void write() {
                                ao.create(Note.class);
                                System.setProperty("com.example.wrong", ao.count(Note.class) + " note");
                            }
                        }
                        """.formatted(early))
                .index("component", KEY + ".Notes")
                .index("exports", KEY + ".Notes#com.atlassian.sal.api.lifecycle.LifecycleAware")
                .index("imports", "com.atlassian.activeobjects.external.ActiveObjects")
                .modules("<ao key=\"ao\" namespace=\"" + KEY + "\"><entity>" + KEY + ".Note</entity></ao>");
    }
}
