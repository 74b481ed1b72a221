package io.throughline.core;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Core uses the JDK and itself, its packages depend one way, and each rule is seen to bite a planted violation. */
class ArchitectureTest {
    private static final String ROOT = "io.throughline.core.";

    /** Each package with those it may use besides itself and the JDK. */
    private static final Map<String, List<String>> MAY_USE = new TreeMap<>(Map.of(
            "strategy", List.of(),
            "work", List.of("strategy"),
            "alignment", List.of("strategy", "work"),
            "delivery", List.of("strategy", "work", "alignment"),
            "coverage", List.of("strategy", "work"),
            "orphans", List.of("strategy", "work", "alignment", "coverage", "measures"),
            "measures", List.of("strategy"),
            "formula", List.of("strategy", "measures"),
            "scorecard", List.of("strategy", "work", "alignment", "delivery", "orphans", "measures"),
            "explain", List.of("strategy", "delivery", "measures", "formula", "scorecard")));

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.throughline.core");

    static Stream<String> packages() {
        return MAY_USE.keySet().stream();
    }

    private static ArchRule packageRule(String name, String root) {
        List<String> allowed = new ArrayList<>(
                List.of("java.lang..", "java.util..", "java.time..", "java.math", "java.nio", "java.nio.charset"));
        allowed.add("org.jspecify..");
        allowed.add(root + name);
        MAY_USE.get(name).forEach(other -> allowed.add(ROOT + other));
        return classes()
                .that(resideInAnyPackage(root + name))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new)))
                .as(name + " uses only the JDK and " + MAY_USE.get(name));
    }

    private static final ArchRule NO_MUTABLE_STATICS = noFields()
            .that()
            .areStatic()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .notBeFinal()
            .as("no static state that can change");

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageUsesOnlyWhatItMay(String name) {
        packageRule(name, ROOT).check(CORE);
    }

    @Test
    void noStaticStateCanChange() {
        NO_MUTABLE_STATICS.check(CORE);
    }

    @Test
    void everyPackageIsGuardedAndEveryGuardedPackageExists() {
        assertThat(CORE.stream().filter(alwaysTrue()).map(each -> each.getPackageName()))
                .allMatch(name -> MAY_USE.containsKey(name.substring(ROOT.length())));
        MAY_USE.keySet()
                .forEach(name -> assertThat(CORE.stream().map(each -> each.getPackageName()))
                        .contains(ROOT + name));
    }

    static Stream<Arguments> planted() {
        String root = ROOT + "planted.";
        return Stream.of(
                Arguments.of("a strategy that reads files", packageRule("strategy", root), "java.nio.file.Path"),
                Arguments.of("work that logs", packageRule("work", root), "org.junit.jupiter.api.Assertions"),
                Arguments.of("alignment that knows scorecards", packageRule("alignment", root), "scorecard.Standing"),
                Arguments.of("delivery that knows scorecards", packageRule("delivery", root), "scorecard.Standing"),
                Arguments.of("coverage that knows scorecards", packageRule("coverage", root), "scorecard.Standing"),
                Arguments.of("orphans that know delivery", packageRule("orphans", root), "delivery.DeliveryBlock"),
                Arguments.of("measures that know work", packageRule("measures", root), "work.WorkItem"),
                Arguments.of("formulas that know delivery", packageRule("formula", root), "delivery.DeliveryBlock"),
                Arguments.of("a scorecard with a database", packageRule("scorecard", root), "java.sql.Connection"),
                Arguments.of("explanations that count work", packageRule("explain", root), "work.WorkItem"),
                Arguments.of("static state", NO_MUTABLE_STATICS, "count"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("planted")
    void theRuleBites(String what, ArchRule rule, String culprit) {
        JavaClasses violations = new ClassFileImporter().importPackages("io.throughline.core.planted");

        assertThat(rule.evaluate(violations).getFailureReport().toString()).contains(culprit);
    }

    @Test
    void everyRuleHasItsPlantedViolation() {
        assertThat(planted()).hasSize(MAY_USE.size() + 1);
    }
}
