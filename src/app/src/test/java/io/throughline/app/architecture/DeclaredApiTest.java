package io.throughline.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The declarations of Atlassian's types stay honest: each cites its source, and nothing is declared that nobody uses.
 * A member is used when the app, the host (its tests are plugins too) or a body among the declarations calls it, or when the app overrides it;
 * that the host implements an interface is no use.
 */
class DeclaredApiTest {

    private static final Path SOURCES = Path.of("../atlassian-api/src/main/java");
    private static final Path API = Path.of("../atlassian-api/target/classes");
    private static final Path APP = Path.of("target/classes");
    private static final Path HOST = Path.of("../host/target/classes");
    private static final Path PLANTED_PLUGINS = Path.of("../host/target/test-classes");

    @Test
    void everyDeclaredTypeCitesItsSource() throws IOException {
        List<String> without = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file);
                if (!file.endsWith("package-info.java") && !text.contains("Source:") && !isOurs(text)) {
                    without.add(SOURCES.relativize(file).toString());
                }
            }
        }
        assertThat(without).as("types without a 'Source:' line").isEmpty();
    }

    @Test
    void everyDeclaredMemberIsUsedOrIsOnTheListOfThoseDeclaredAhead() throws IOException {
        JavaClasses api = new ClassFileImporter().importPath(API);
        JavaClasses users = new ClassFileImporter().importPaths(API, APP, HOST, PLANTED_PLUGINS);
        Uses uses = new Uses(users);
        TreeSet<String> unused = new TreeSet<>();
        for (JavaClass type : api) {
            if (type.getName().startsWith("com.atlassian.") || type.getName().startsWith("org.ofbiz.")) {
                unused.addAll(unusedMembers(type, uses));
            }
        }
        try (Stream<String> ahead = Files.lines(Path.of("src/test/resources/declared-ahead.txt"))) {
            ahead.forEach(unused::remove);
        }
        assertThat(unused).as("declared, but used by nobody: remove them").isEmpty();
    }

    @Test
    void aMemberThatNobodyUsesIsFound() {
        JavaClasses alone = new ClassFileImporter().importClasses(NobodyCallsThis.class);
        assertThat(unusedMembers(alone.get(NobodyCallsThis.class), new Uses(alone)))
                .containsExactly(NobodyCallsThis.class.getName() + ".lonely()");
    }

    interface NobodyCallsThis {
        void lonely();
    }

    private static boolean isOurs(String source) {
        return source.contains("package io.throughline.");
    }

    private static List<String> unusedMembers(JavaClass type, Uses uses) {
        List<String> unused = new ArrayList<>();
        if (type.isAnnotation() || type.isEnum()) {
            return unused;
        }
        for (JavaMember member : type.getMembers()) {
            boolean open = member.getModifiers().contains(JavaModifier.PUBLIC)
                    || member.getModifiers().contains(JavaModifier.PROTECTED);
            if (open
                    && !member.getModifiers().contains(JavaModifier.SYNTHETIC)
                    && !(member instanceof com.tngtech.archunit.core.domain.JavaField)
                    && !(member instanceof com.tngtech.archunit.core.domain.JavaConstructor)
                    && !uses.of((JavaMethod) member)) {
                unused.add(signature((JavaCodeUnit) member));
            }
        }
        return unused;
    }

    private static String signature(JavaCodeUnit unit) {
        return unit.getOwner().getName() + "." + call(unit.getName(), unit.getRawParameterTypes());
    }

    private static String call(String name, List<JavaClass> parameters) {
        return name + "("
                + String.join(",", parameters.stream().map(JavaClass::getName).toList()) + ")";
    }

    /** Calls and overrides, looked up by name and parameter types along the type hierarchy. */
    private static final class Uses {
        private final Set<String> calls = new HashSet<>();
        private final Set<String> overrides = new HashSet<>();

        Uses(JavaClasses users) {
            for (JavaClass user : users) {
                for (JavaAccess<?> access : user.getAccessesFromSelf()) {
                    if (access.getTarget()
                                    instanceof com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget target
                            && !user.equals(access.getTargetOwner())) {
                        note(calls, access.getTargetOwner(), call(target.getName(), target.getRawParameterTypes()));
                    }
                }
                if (user.getName().startsWith("io.throughline.app.")) {
                    for (JavaMethod method : user.getMethods()) {
                        noteAbove(overrides, user, call(method.getName(), method.getRawParameterTypes()));
                    }
                }
            }
        }

        private static void note(Set<String> uses, JavaClass owner, String call) {
            uses.add(owner.getName() + "." + call);
            noteAbove(uses, owner, call);
        }

        private static void noteAbove(Set<String> uses, JavaClass owner, String call) {
            owner.getAllRawSuperclasses().forEach(type -> uses.add(type.getName() + "." + call));
            owner.getAllRawInterfaces().forEach(type -> uses.add(type.getName() + "." + call));
        }

        boolean of(JavaMethod method) {
            String signature = signature(method);
            return calls.contains(signature)
                    || overrides.contains(signature)
                    || objectMethod(method)
                    || method.getModifiers().contains(JavaModifier.STATIC) && calls.contains(signature);
        }

        private static boolean objectMethod(JavaMethod method) {
            return Set.of("equals", "hashCode", "toString", "compareTo").contains(method.getName());
        }
    }
}
