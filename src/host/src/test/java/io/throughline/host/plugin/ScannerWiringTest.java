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

/** Which bean gets what: names, qualifiers, primaries, exports, and the classes of the JDK. */
@Tag("slow")
class ScannerWiringTest {

    private static final String KEY = "com.example.wired";

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
    void aNamedParameterGetsTheBeanOfThatName() throws Exception {
        Plugin plugin =
                node.install(shapes("""
                        @jakarta.inject.Inject public Box(@jakarta.inject.Named("round") Shape shape) { super(shape.name()); }""").index("component", KEY + ".Box", KEY + ".Circle#round", KEY + ".Square"));

        assertThat(box(plugin)).isEqualTo("circle");
    }

    @Test
    void aPrimaryBeanWinsWhereTwoFit() throws Exception {
        Plugin plugin = node.install(shapes("public Box(Shape it) { super(it.name()); }")
                .index("component", KEY + ".Box", KEY + ".Circle", KEY + ".Square")
                .index("primary-component", KEY + ".Square"));

        assertThat(box(plugin)).isEqualTo("square");
    }

    @Test
    void twoFittingBeansWithoutAPrimaryFailThePlugin() throws Exception {
        Plugin plugin = node.install(shapes("public Box(Shape it) { super(it.name()); }")
                .index("component", KEY + ".Box", KEY + ".Circle", KEY + ".Square"));

        assertThat(plugin.failure()).contains("expected single matching bean but found 2");
    }

    @Test
    void aProductsIndexAddsItsOwnBeanUnderTheSharedName() throws Exception {
        Plugin plugin = node.install(shapes("public Box(Shape it) { super(it.name()); }")
                .index("component", KEY + ".Box")
                .index("component-jira", KEY + ".Circle#shape")
                .index("component-confluence", KEY + ".Square#shape"));

        assertThat(box(plugin)).isEqualTo("circle");
    }

    @Test
    void anExportWithoutInterfacesIsAServiceOfTheDirectOnes() throws Exception {
        Plugin plugin = node.install(PlantedPlugin.named(KEY)
                .imports("com.atlassian.sal.api.lifecycle")
                .source(KEY + ".Starter", """
                        public class Starter implements com.atlassian.sal.api.lifecycle.LifecycleAware {
                            private String state = "new";
                            public void onStart() { state = "started"; }
                            @Override public String toString() { return state; }
                        }
                        """)
                .index("component", KEY + ".Starter")
                .index("exports", KEY + ".Starter"));

        assertThat(plugin.bean("starter", Object.class)).hasToString("started");
    }

    @Test
    void anImportWithoutANameIsCalledByItsTypeAndTheSecondOfThatNameByItsFullOne() throws Exception {
        Plugin plugin = node.install(PlantedPlugin.named(KEY)
                .imports("com.atlassian.sal.api.user", "com.atlassian.sal.api.message")
                .index(
                        "imports",
                        "com.atlassian.sal.api.message.I18nResolver#userManager",
                        "com.atlassian.sal.api.user.UserManager"));

        assertThat(plugin.failure()).isEmpty();
        assertThat(plugin.bean("userManager", Object.class).toString()).contains("I18nResolver");
        assertThat(plugin.bean("com.atlassian.sal.api.user.UserManager", Object.class))
                .isNotNull();
    }

    @Test
    void thePackagesOfTheJdkCanBeImported() throws Exception {
        Plugin plugin = node.install(PlantedPlugin.named(KEY)
                .imports("javax.xml.parsers", "org.w3c.dom", "javax.sql", "javax.crypto")
                .source(KEY + ".Jdk", """
                        public class Jdk {
                            public Jdk() throws Exception {
                                javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder();
                                javax.crypto.Mac.getInstance("HmacSHA256");
                                new java.sql.Date(0).toLocalDate();
                                java.net.http.HttpClient.newHttpClient();
                            }
                        }
                        """)
                .index("component", KEY + ".Jdk"));

        assertThat(plugin.failure()).isEmpty();
    }

    @Test
    void aPluginsOwnDataIsReachedThroughActiveObjects() throws Exception {
        Plugin plugin = node.install(PlantedPlugin.named(KEY)
                .imports(
                        "net.java.ao",
                        "net.java.ao.schema",
                        "com.atlassian.activeobjects.external",
                        "com.atlassian.sal.api.lifecycle")
                .source(
                        KEY + ".Note",
                        "public interface Note extends net.java.ao.Entity { String getText(); void setText(String t); }")
                .source(KEY + ".Notes", """
                        public class Notes {
                            private final com.atlassian.activeobjects.external.ActiveObjects ao;
                            public Notes(com.atlassian.activeobjects.external.ActiveObjects ao) { this.ao = ao; }
                            @Override public String toString() {
                                Note note = ao.create(Note.class);
                                note.setText("kept");
                                note.save();
                                return ao.find(Note.class)[0].getText() + ao.count(Note.class);
                            }
                        }
                        """)
                .index("component", KEY + ".Notes")
                .index("imports", "com.atlassian.activeobjects.external.ActiveObjects")
                .modules("<ao key=\"ao\" namespace=\"" + KEY + "\"><entity>" + KEY + ".Note</entity></ao>"));

        assertThat(plugin.failure()).isEmpty();
        assertThat(plugin.modules()).extracting(Plugin.ModuleState::note).containsExactly("");
        assertThat(plugin.bean("notes", Object.class)).hasToString("kept1");
    }

    private static String box(Plugin plugin) {
        assertThat(plugin.failure()).isEmpty();
        return plugin.bean("box", Object.class).toString();
    }

    private static PlantedPlugin shapes(String boxConstructor) {
        return PlantedPlugin.named(KEY)
                .imports("jakarta.inject")
                .source(KEY + ".Shape", "public interface Shape { String name(); }")
                .source(
                        KEY + ".Circle",
                        "public class Circle implements Shape { public String name() { return \"circle\"; } }")
                .source(
                        KEY + ".Square",
                        "public class Square implements Shape { public String name() { return \"square\"; } }")
                .source(
                        KEY + ".Held",
                        "public class Held { private final String name; Held(String n) { name = n; } @Override public String toString() { return name; } }")
                .source(KEY + ".Box", "public class Box extends Held { " + boxConstructor + " }");
    }
}
