package io.throughline.host.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a JAR before any of its beans runs; each fault beside the same plugin without it. */
@Tag("slow")
class PackagingRefusalsTest {

    private static final String KEY = "com.example.packed";

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
    void byteCodeOfALaterJavaFailsThePlugin() throws Exception {
        PlantedPlugin fine = bean("public class Bean {}");
        assertThat(node.install(fine).failure()).isEmpty();

        Plugin later = node.install(bean("public class Bean {}").classFileVersion(KEY + ".Bean", 77));

        assertThat(later.isEnabled()).isFalse();
        assertThat(later.failure()).contains("UnsupportedClassVersionError").contains("77.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"servlet.http", "ws.rs", "inject"})
    void aPackageOfJavaEeIsNobodysAndItsJakartaNameIsThere(String name) throws Exception {
        assertThatThrownBy(() -> node.install(PlantedPlugin.named(KEY).imports("javax." + name)))
                .hasMessageContaining("imports javax." + name + ", which nobody exports");

        assertThat(node.install(PlantedPlugin.named(KEY).imports("jakarta." + name))
                        .isEnabled())
                .isTrue();
    }

    @Test
    void theOldInjectAnnotationIsNotRead() throws Exception {
        assertThat(injectedBy("jakarta.inject").bean("box", Object.class)).hasToString("injected");

        PlantedPlugin old = boxes("javax.inject")
                .source(
                        "javax.inject.Inject",
                        "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) public @interface Inject {}");

        assertThat(node.install(old).bean("box", Object.class)).hasToString("left alone");
    }

    @Test
    void aStarInImportPackageImportsNothing() throws Exception {
        PlantedPlugin starred = sal().imports("*;resolution:=optional");

        assertThat(node.install(starred).failure()).contains("NoClassDefFoundError");
        assertThat(node.install(sal().imports("com.atlassian.sal.api")).failure())
                .isEmpty();
        assertThat(node.install(sal().header("DynamicImport-Package", "*")).failure())
                .isEmpty();
    }

    @Test
    void aClassNamedOnlyInTheDescriptorNeedsItsImportAllTheSame() throws Exception {
        String ao = "<ao key=\"ao\" namespace=\"" + KEY + "\"><entity>net.java.ao.Entity</entity></ao>";

        Plugin without = node.install(PlantedPlugin.named(KEY).modules(ao));
        assertThat(without.modules()).extracting(Plugin.ModuleState::state).containsExactly(Plugin.State.FAILED);
        assertThat(without.modules().get(0).note()).contains("net.java.ao.Entity");

        Plugin with = node.install(PlantedPlugin.named(KEY)
                .imports("net.java.ao;resolution:=optional")
                .modules(ao));
        assertThat(with.modules()).extracting(Plugin.ModuleState::note).containsExactly("");
    }

    @Test
    void aCopyOfTheScannersAnnotationsFailsThePlugin() throws Exception {
        String scanner = "com.atlassian.plugin.spring.scanner.annotation.imports";
        String user = "public class Bean { public Bean(@" + scanner
                + ".ComponentImport com.atlassian.sal.api.user.UserManager users) {} }";

        Plugin copied = node.install(
                bean(user)
                        .imports("com.atlassian.sal.api.user")
                        .index("imports", "com.atlassian.sal.api.user.UserManager")
                        .source(
                                scanner + ".ComponentImport",
                                "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) public @interface ComponentImport { String value() default \"\"; }"));
        assertThat(copied.isEnabled()).isFalse();
        assertThat(copied.failure()).contains("com.atlassian.plugin.spring.scanner");

        Plugin imported = node.install(bean(user)
                .imports("com.atlassian.sal.api.user", scanner)
                .index("imports", "com.atlassian.sal.api.user.UserManager"));
        assertThat(imported.failure()).isEmpty();
    }

    @Test
    void aLibraryTheProductMerelyContainsIsBundledOrMissing() throws Exception {
        String lang = "public class Bean { private final Object made = org.apache.commons.lang3.Made.it(); }";
        String library = "public class Made { public static Object it() { return new Made(); } }";
        PlantedPlugin counts = bean(lang).source("org.apache.commons.lang3.Made", library);

        assertThat(node.install(counts).failure()).isEmpty();

        PlantedPlugin trusting =
                bean(lang).source("org.apache.commons.lang3.Made", library).leftOut("org.apache.commons.lang3.Made");
        assertThat(node.install(trusting).failure()).contains("org/apache/commons/lang3/Made");
    }

    private Plugin injectedBy(String annotations) throws Exception {
        return node.install(boxes(annotations).imports(annotations));
    }

    private static PlantedPlugin boxes(String annotations) {
        return PlantedPlugin.named(KEY)
                .source(KEY + ".Thing", "public class Thing {}")
                .source(KEY + ".Box", """
                        public class Box {
                            @%s.Inject private Thing thing;
                            @Override public String toString() { return thing == null ? "left alone" : "injected"; }
                        }
                        """.formatted(annotations))
                .index("component", KEY + ".Box", KEY + ".Thing");
    }

    private static PlantedPlugin sal() {
        return bean(
                "public class Bean { private final String type = com.atlassian.sal.api.ApplicationProperties.class.getName(); }");
    }

    private static PlantedPlugin bean(String source) {
        return PlantedPlugin.named(KEY).source(KEY + ".Bean", source).index("component", KEY + ".Bean");
    }
}
