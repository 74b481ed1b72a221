package io.throughline.host.planted;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A plugin under construction: sources, files and imports, then {@link #build}. */
public final class PlantedPlugin {

    private static final String SPRING_CONTEXT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <beans xmlns="http://www.springframework.org/schema/beans"
                   xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                   xmlns:atlassian-scanner="http://www.atlassian.com/schema/atlassian-scanner/2"
                   xsi:schemaLocation="http://www.springframework.org/schema/beans
                     http://www.springframework.org/schema/beans/spring-beans.xsd
                     http://www.atlassian.com/schema/atlassian-scanner/2
                     http://www.atlassian.com/schema/atlassian-scanner/2/atlassian-scanner.xsd">
                <atlassian-scanner:scan-indexes/>
            </beans>
            """;

    private final String key;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, String> files = new TreeMap<>();
    private final List<String> imports = new ArrayList<>();
    private final Map<String, String> headers = new TreeMap<>();
    private final Map<String, Integer> classVersions = new TreeMap<>();
    private final List<String> absentClasses = new ArrayList<>();
    private final List<String> nestedClasses = new ArrayList<>();
    private final StringBuilder modules = new StringBuilder();
    private String version = "1.0.0";
    private String manifestKey;
    private String bundleClassPath;

    private PlantedPlugin(String key) {
        this.key = key;
        this.manifestKey = key;
    }

    public static PlantedPlugin named(String key) {
        return new PlantedPlugin(key);
    }

    public PlantedPlugin version(String number) {
        version = number;
        return this;
    }

    /** A lie in the manifest. */
    public PlantedPlugin manifestKey(String other) {
        manifestKey = other;
        return this;
    }

    /** @param className fully qualified; the package line is added */
    public PlantedPlugin source(String className, String body) {
        int dot = className.lastIndexOf('.');
        sources.put(className, "package " + className.substring(0, dot) + ";\n" + body);
        return this;
    }

    public PlantedPlugin file(String path, String text) {
        files.put(path, text);
        return this;
    }

    /** Module elements of the descriptor. */
    public PlantedPlugin modules(String xml) {
        modules.append(xml).append('\n');
        return this;
    }

    /** Import-Package entries, as written in a manifest. */
    public PlantedPlugin imports(String... packages) {
        imports.addAll(List.of(packages));
        return this;
    }

    /** Any other manifest header. */
    public PlantedPlugin header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Marks a compiled class as made by another Java: 61 is 17, 65 is 21. */
    public PlantedPlugin classFileVersion(String className, int major) {
        classVersions.put(className, major);
        return this;
    }

    /** The Spring context with scan-indexes, and lines of one of its index files. */
    public PlantedPlugin index(String name, String... lines) {
        files.put("META-INF/spring/plugin-context.xml", SPRING_CONTEXT);
        files.put("META-INF/plugin-components/" + name, String.join("\n", lines) + "\n");
        return this;
    }

    /** Packs these compiled classes into a JAR inside the JAR instead of beside the others. */
    public PlantedPlugin nested(String... classNames) {
        nestedClasses.addAll(List.of(classNames));
        bundleClassPath = ".,META-INF/lib/inner.jar";
        return this;
    }

    /** Compiles this class with the others and forgets to pack it. */
    public PlantedPlugin leftOut(String className) {
        absentClasses.add(className);
        return this;
    }

    /** Compiles and packs; unsigned. */
    public Path build(Path folder) throws IOException {
        Path classes = Files.createTempDirectory(folder, "classes");
        compile(classes);
        Path jar = Files.createTempDirectory(folder, "jar").resolve(key + "-" + version + ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(out, manifest())) {
            put(zip, "atlassian-plugin.xml", descriptor().getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, String> file : files.entrySet()) {
                put(zip, file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
            }
            try (Stream<Path> compiled = Files.walk(classes)) {
                for (Path file : compiled.filter(Files::isRegularFile).toList()) {
                    String name = classes.relativize(file).toString();
                    if (!isNested(name) && !absentClasses.contains(className(name))) {
                        put(zip, name, bytes(file, className(name)));
                    }
                }
            }
            if (bundleClassPath != null) {
                put(zip, "META-INF/lib/inner.jar", inner(classes));
            }
        }
        return jar;
    }

    private boolean isNested(String file) {
        return nestedClasses.contains(className(file));
    }

    private static String className(String file) {
        return file.replace('/', '.').replace(".class", "");
    }

    private byte[] bytes(Path file, String className) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (classVersions.containsKey(className)) {
            bytes[7] = classVersions.get(className).byteValue(); // the last byte of the major version
        }
        return bytes;
    }

    private byte[] inner(Path classes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream zip = new JarOutputStream(bytes)) {
            for (String name : nestedClasses) {
                String file = name.replace('.', '/') + ".class";
                put(zip, file, Files.readAllBytes(classes.resolve(file)));
            }
        }
        return bytes.toByteArray();
    }

    private static void put(JarOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private void compile(Path classes) throws IOException {
        if (sources.isEmpty()) {
            return;
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((name, text) -> units.add(new Source(name, text)));
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean isGood = compiler.getTask(
                            messages,
                            manager,
                            null,
                            List.of(
                                    "-d",
                                    classes.toString(),
                                    "-parameters",
                                    "-nowarn",
                                    "-proc:none",
                                    "-cp",
                                    System.getProperty("java.class.path")),
                            null,
                            units)
                    .call();
            if (!isGood) {
                throw new IllegalStateException("planted source does not compile:\n" + messages);
            }
        }
    }

    private Manifest manifest() {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", manifestKey);
        main.putValue("Bundle-Version", version);
        main.putValue("Atlassian-Plugin-Key", manifestKey);
        main.putValue("Spring-Context", "*");
        if (bundleClassPath != null) {
            main.putValue("Bundle-ClassPath", bundleClassPath);
        }
        if (!imports.isEmpty()) {
            main.putValue("Import-Package", String.join(",", imports));
        }
        headers.forEach(main::putValue);
        return manifest;
    }

    private String descriptor() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <atlassian-plugin key="%s" name="Planted" plugins-version="2">
                <plugin-info><version>%s</version><vendor name="Tests"/></plugin-info>
                %s
                </atlassian-plugin>
                """.formatted(key, version, modules);
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String className, String text) {
            super(URI.create("string:///" + className.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
