package io.throughline.app.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.throughline.app.architecture.planted.CallsJiraFromAnywhere;
import io.throughline.app.architecture.planted.KeepsMutableStaticState;
import io.throughline.app.architecture.planted.LaysOutFromAnywhere;
import io.throughline.app.architecture.planted.ReadsTheClockItself;
import io.throughline.app.architecture.planted.UsesALibraryNobodyDecidedOn;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What may depend on what inside the app. */
class HouseRulesTest {

    private static final String APP = "io.throughline.app..";

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.throughline.app");

    private static final ArchRule JIRA_IS_TOUCHED_IN_JIRA_ONLY = noClasses()
            .that()
            .resideOutsideOfPackage("io.throughline.app.jira..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "com.atlassian.jira..",
                    "com.atlassian.query..",
                    "org.ofbiz..",
                    "com.opensymphony..",
                    "org.apache.log4j..",
                    "io.throughline.app.jira.."))
            .because("a class that links to Jira cannot be loaded in Confluence");

    private static final ArchRule CONFLUENCE_IS_TOUCHED_IN_CONFLUENCE_ONLY = noClasses()
            .that()
            .resideOutsideOfPackage("io.throughline.app.confluence..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.atlassian.confluence..", "io.throughline.app.confluence.."))
            .because("a class that links to Confluence cannot be loaded in Jira");

    private static final ArchRule ONLY_WHAT_THE_PLATFORM_GIVES_OR_WE_SHIP = classes()
            .that()
            .resideInAPackage(APP)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "java..",
                            "io.throughline.app..",
                            "io.throughline.core..",
                            "com.atlassian..",
                            "org.ofbiz..",
                            "com.opensymphony..",
                            "org.apache.log4j..",
                            "net.java.ao..",
                            "jakarta..",
                            "javax.crypto..",
                            "javax.imageio..",
                            "javax.xml..",
                            "org.w3c.dom..",
                            "com.fasterxml.jackson..",
                            "org.slf4j..",
                            "org.jspecify.annotations..",
                            "org.erdtman.jcs..",
                            "org.apache.lucene..",
                            "org.eclipse.elk..")
                    .or(DescribedPredicate.describe("primitive", JavaClass::isPrimitive))
                    .or(DescribedPredicate.describe("array", JavaClass::isArray)))
            .because("every other package is neither exported by the products nor in the JAR");

    private static final ArchRule THE_TEXT_ENGINE_SERVES_SUGGESTIONS_ONLY = noClasses()
            .that()
            .resideOutsideOfPackage("io.throughline.app.suggest..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.apache.lucene.."))
            .because("it is a large library that can be replaced where only one room knows it");

    private static final ArchRule THE_LAYOUT_LIBRARY_SERVES_MAPS_ONLY = noClasses()
            .that()
            .resideOutsideOfPackage("io.throughline.app.map..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.eclipse.elk.."))
            .because("it is a large library that can be replaced where only one room knows it");

    private static final ArchRule NO_MUTABLE_STATIC_STATE = fields().that()
            .areStatic()
            .should()
            .haveModifier(JavaModifier.FINAL)
            .because("what one node keeps in a static, another node does not know");

    private static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("a test must be able to say what day it is");

    private static final Map<ArchRule, Class<?>> RULES = Map.of(
            JIRA_IS_TOUCHED_IN_JIRA_ONLY, CallsJiraFromAnywhere.class,
            CONFLUENCE_IS_TOUCHED_IN_CONFLUENCE_ONLY,
                    io.throughline.app.architecture.planted.CallsConfluenceFromAnywhere.class,
            ONLY_WHAT_THE_PLATFORM_GIVES_OR_WE_SHIP, UsesALibraryNobodyDecidedOn.class,
            THE_TEXT_ENGINE_SERVES_SUGGESTIONS_ONLY,
                    io.throughline.app.architecture.planted.SearchesTextsFromAnywhere.class,
            THE_LAYOUT_LIBRARY_SERVES_MAPS_ONLY, LaysOutFromAnywhere.class,
            NO_MUTABLE_STATIC_STATE, KeepsMutableStaticState.class,
            TIME_COMES_FROM_A_CLOCK, ReadsTheClockItself.class);

    @Test
    void theHouseKeepsItsRules() {
        RULES.keySet().forEach(rule -> rule.check(OURS));
    }

    @Test
    void eachRuleFindsItsPlantedViolation() {
        RULES.forEach((rule, violation) -> assertThatThrownBy(
                        () -> rule.check(new ClassFileImporter().importClasses(violation)))
                .as(rule.getDescription())
                .isInstanceOf(AssertionError.class));
    }

    @Test
    void thePackagesThatTheRulesSpeakOfExist() {
        for (String room : List.of("store", "rest", "live", "jira", "confluence", "access")) {
            assertThat(OURS.stream().map(JavaClass::getPackageName))
                    .as("a class in app.%s", room)
                    .anyMatch(name -> name.startsWith("io.throughline.app." + room));
        }
    }
}
