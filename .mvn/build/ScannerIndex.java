import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes Spring Scanner's index files from the annotations in compiled classes, as Atlassian's own Maven plugin
 * does in a build against the real artifacts: that plugin is in no public registry.
 *
 * <p>Files and line formats: platform facts, 1.4. Run by the build (phase process-classes) as a single-file program:
 * {@code java -cp <compile class path> ScannerIndex.java <classes folder>}. It reads {@code jakarta.inject.Named},
 * {@code JiraComponent}, {@code ConfluenceComponent}, {@code ComponentImport}, {@code JiraImport},
 * {@code ConfluenceImport} and {@code ExportAsService}; imports are looked for on constructor parameters only,
 * the one place where our beans take them.
 */
public final class ScannerIndex {

    private static final String ANNOTATIONS = "com.atlassian.plugin.spring.scanner.annotation.";
    private static final Map<String, String> COMPONENTS = Map.of(
            "jakarta.inject.Named", "component",
            ANNOTATIONS + "component.JiraComponent", "component-jira",
            ANNOTATIONS + "component.ConfluenceComponent", "component-confluence");
    private static final Map<String, String> IMPORTS = Map.of(
            ANNOTATIONS + "imports.ComponentImport", "imports",
            ANNOTATIONS + "imports.JiraImport", "imports-jira",
            ANNOTATIONS + "imports.ConfluenceImport", "imports-confluence");

    private final Map<String, TreeSet<String>> files = new TreeMap<>();

    public static void main(String[] args) throws IOException {
        Path classes = Path.of(args[0]);
        ScannerIndex index = new ScannerIndex();
        try (Stream<Path> found = Files.walk(classes)) {
            List<String> names = found.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> classes.relativize(file).toString())
                    .filter(name -> name.startsWith("io/throughline/app/") && !name.endsWith("-info.class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .sorted()
                    .toList();
            for (String name : names) {
                index.read(load(name));
            }
        }
        index.write(classes.resolve("META-INF/plugin-components"));
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ScannerIndex.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("not on the class path given to ScannerIndex: " + name, e);
        }
    }

    private void read(Class<?> type) {
        String suffix = "";
        boolean component = false;
        for (Annotation annotation : type.getAnnotations()) {
            String file = COMPONENTS.get(annotation.annotationType().getName());
            if (file != null && !(component && file.equals("component"))) {
                component = true;
                suffix = file.substring("component".length());
            }
        }
        if (!component) {
            return;
        }
        add("component" + suffix, line(type.getName(), beanName(type)));
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            for (Parameter parameter : constructor.getParameters()) {
                readImport(parameter);
            }
        }
        readExport(type, suffix);
    }

    private static String beanName(Class<?> type) {
        return Arrays.stream(type.getAnnotations())
                .filter(annotation -> COMPONENTS.containsKey(annotation.annotationType().getName()))
                .map(annotation -> (String) value(annotation))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    private void readImport(Parameter parameter) {
        for (Annotation annotation : parameter.getAnnotations()) {
            String file = IMPORTS.get(annotation.annotationType().getName());
            if (file != null) {
                add(file, line(parameter.getType().getName(), (String) value(annotation)));
            }
        }
    }

    private void readExport(AnnotatedElement type, String suffix) {
        for (Annotation annotation : type.getAnnotations()) {
            if (annotation.annotationType().getName().equals(ANNOTATIONS + "export.ExportAsService")) {
                String interfaces = Arrays.stream((Class<?>[]) value(annotation))
                        .map(Class::getName)
                        .collect(Collectors.joining(","));
                add("exports" + suffix, line(((Class<?>) type).getName(), interfaces));
            }
        }
    }

    private static Object value(Annotation annotation) {
        try {
            return annotation.annotationType().getMethod("value").invoke(annotation);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no value() on " + annotation, e);
        }
    }

    private static String line(String className, String afterHash) {
        return afterHash.isEmpty() ? className : className + "#" + afterHash;
    }

    private void add(String file, String line) {
        files.computeIfAbsent(file, ignored -> new TreeSet<>()).add(line);
    }

    private void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> old = Files.list(folder)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        for (Map.Entry<String, TreeSet<String>> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), String.join("\n", file.getValue()) + "\n");
        }
        System.out.println("Spring Scanner index: " + files.values().stream().mapToInt(TreeSet::size).sum()
                + " lines in " + files.keySet());
    }
}
