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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The declarations of Atlassian's types stay honest: each cites its source, and nothing is declared that nobody uses.
 * A member is used when the app, the host, its tests (and the plugins that they plant) or a body among the declarations calls it,
 * or when the app overrides it; that the host implements an interface is no use.
 */
class DeclaredApiTest {

    private static final Path SOURCES = Path.of("../atlassian-api/src/main/java");
    private static final Path API = Path.of("../atlassian-api/target/classes");
    private static final Path APP = Path.of("target/classes");
    private static final Path HOST = Path.of("../host/target/classes");
    private static final Path HOST_TESTS = Path.of("../host/target/test-classes");
    private static final Path HOST_TEST_SOURCES = Path.of("../host/src/test/java");

    private static final Pattern TEXT_BLOCK = Pattern.compile("\"\"\"\\R.*?\"\"\"", Pattern.DOTALL);

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
    void everyDeclaredMemberIsUsed() throws IOException {
        JavaClasses api = new ClassFileImporter().importPath(API);
        JavaClasses users = new ClassFileImporter().importPaths(API, APP, HOST, HOST_TESTS);
        Uses uses = new Uses(users);
        TreeSet<String> unused = new TreeSet<>();
        Set<String> planted = usedInText(plantedSources(), api);
        for (JavaClass type : api) {
            if (!type.getPackageName().startsWith("io.throughline.")) {
                unused.addAll(unusedMembers(type, uses));
            }
        }
        unused.removeAll(planted);
        assertThat(unused).as("declared, but used by nobody: remove them").isEmpty();
    }

    @Test
    void everyDeclaredTypeIsNamedByAnother() throws IOException {
        Map<Path, String> texts = new HashMap<>();
        for (Path root : List.of(Path.of("src"), Path.of("../host/src"), SOURCES)) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    texts.put(file, Files.readString(file));
                }
            }
        }
        Path descriptor = Path.of("../../atlassian-plugin.xml");
        texts.put(descriptor, Files.readString(descriptor));
        List<String> unnamed = new ArrayList<>();
        for (Path file : texts.keySet()) {
            String type = file.getFileName().toString().replace(".java", "");
            if (file.startsWith(SOURCES)
                    && !type.equals("package-info")
                    && texts.entrySet().stream()
                            .noneMatch(other -> !other.getKey().equals(file) && names(other.getValue(), type))) {
                unnamed.add(type);
            }
        }
        assertThat(unnamed).as("declared types that nothing names: remove them").isEmpty();
    }

    private static boolean names(String text, String type) {
        return Pattern.compile("\\b" + type + "\\b").matcher(text).find();
    }

    /** The sources of the plugins that the host's tests compile while they run: they stand in text blocks. */
    private static String plantedSources() throws IOException {
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = Files.walk(HOST_TEST_SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                TEXT_BLOCK.matcher(Files.readString(file)).results().forEach(block -> sources.append(block.group()));
            }
        }
        return sources.toString();
    }

    /**
     * What planted sources use. They are text, so nothing is resolved: a type is met when it (or one that inherits from it) is named,
     * or when a member of that name of a type already met answers it; a member is used when its type is met and its name is called.
     */
    private static Set<String> usedInText(String sources, JavaClasses api) {
        Set<JavaClass> met = new HashSet<>();
        for (JavaClass type : api) {
            if (names(sources, type.getSimpleName())) {
                withTypesAbove(type).forEach(met::add);
            }
        }
        Set<String> used = new HashSet<>();
        Deque<JavaClass> open = new ArrayDeque<>(met);
        while (!open.isEmpty()) {
            for (JavaMethod method : open.pop().getMethods()) {
                if (sources.contains(method.getName() + "(")) {
                    used.add(signature(method));
                    withTypesAbove(method.getRawReturnType()).filter(met::add).forEach(open::add);
                }
            }
        }
        return used;
    }

    private static Stream<JavaClass> withTypesAbove(JavaClass type) {
        return Stream.of(Stream.of(type), type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
                .flatMap(types -> types);
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
                    && !implementsOneAbove(type, (JavaMethod) member)
                    && !uses.of((JavaMethod) member)) {
                unused.add(signature((JavaCodeUnit) member));
            }
        }
        return unused;
    }

    /** A body that a declaration above asks for; whether anybody uses it is asked there. */
    private static boolean implementsOneAbove(JavaClass type, JavaMethod method) {
        String[] parameters =
                method.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
        return Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
                .anyMatch(above ->
                        above.tryGetMethod(method.getName(), parameters).isPresent());
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
                            instanceof com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget target) {
                        note(calls, access.getTargetOwner(), call(target.getName(), target.getRawParameterTypes()));
                    }
                }
                if (isPlugin(user)) {
                    for (JavaMethod method : user.getMethods()) {
                        noteAbove(overrides, user, call(method.getName(), method.getRawParameterTypes()));
                    }
                }
            }
        }

        /** The app is one, and so are the classes of the host's tests: what those override, the platform calls. */
        private static boolean isPlugin(JavaClass user) {
            return user.getName().startsWith("io.throughline.app.")
                    || user.getSource()
                            .map(source -> source.getUri().getPath().contains("/test-classes/"))
                            .orElse(false);
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
            return calls.contains(signature) || overrides.contains(signature) || objectMethod(method);
        }

        private static boolean objectMethod(JavaMethod method) {
            return Set.of("equals", "hashCode", "toString", "compareTo").contains(method.getName());
        }
    }
}
