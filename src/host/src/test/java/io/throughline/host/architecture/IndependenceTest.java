package io.throughline.host.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.throughline.host.planted.PlantedPlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The host knows the app as a JAR and never as code: it could run any other app, and is built without ours. */
class IndependenceTest {

    private static final ArchRule NO_APP = noClasses()
            .that()
            .resideInAPackage("io.throughline.host..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.throughline.core..", "io.throughline.app..", "io.throughline.bench..");

    private static final Pattern OURS = Pattern.compile("<artifactId>throughline-(core|app|bench)</artifactId>");

    @TempDir
    private Path folder;

    @Test
    void noClassOfTheHostOrItsTestsKnowsTheApp() {
        JavaClasses host =
                new ClassFileImporter().importPaths(Path.of("target/classes"), Path.of("target/test-classes"));

        assertThat(host.size()).isGreaterThan(300);
        NO_APP.check(host);
    }

    @Test
    void aHostClassThatUsesTheAppIsCaught() throws IOException {
        Path jar = PlantedPlugin.named("com.example.violation")
                .source("io.throughline.core.strategy.PlantedPlan", "public class PlantedPlan {}")
                .source(
                        "io.throughline.host.jira.Violator",
                        "public class Violator { io.throughline.core.strategy.PlantedPlan plan; }")
                .build(folder);

        JavaClasses planted = new ClassFileImporter().importUrl(jar.toUri().toURL());

        assertThatThrownBy(() -> NO_APP.check(planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("io.throughline.core.strategy.PlantedPlan");
    }

    @Test
    void theBuildOfTheHostNamesNoModuleOfTheApp() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));

        assertThat(OURS.matcher(pom).find()).isFalse();
        assertThat(OURS.matcher(pom.replace(
                                "</dependencies>",
                                "<dependency><artifactId>throughline-core</artifactId></dependency></dependencies>"))
                        .find())
                .isTrue();
        assertThat(List.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator)))
                .noneMatch(entry -> entry.matches(".*[/\\\\](core|app)[/\\\\]target[/\\\\]classes"));
    }
}
