package io.throughline.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Opens the built JAR: what an administrator would install is what we say it is. */
class BundleIT {

    private static final long BUDGET = 15L * 1024 * 1024;

    private static JarFile jar;
    private static Manifest manifest;
    private static Document descriptor;

    @BeforeAll
    static void open() throws Exception {
        jar = new JarFile(System.getProperty("throughline.jar"));
        manifest = jar.getManifest();
        descriptor = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes("atlassian-plugin.xml")));
    }

    @AfterAll
    static void close() throws IOException {
        jar.close();
    }

    @Test
    void stayWithinTheSizeBudgetOfFifteenMegabytes() throws IOException {
        assertThat(Files.size(Path.of(jar.getName()))).isLessThan(BUDGET);
    }

    @Test
    void oneKeyNamesTheBundleThePluginAndTheDescriptor() {
        String key = header("Atlassian-Plugin-Key");
        assertThat(header("Bundle-SymbolicName")).isEqualTo(key);
        assertThat(descriptor.getDocumentElement().getAttribute("key")).isEqualTo(key);
        assertThat(header("Spring-Context")).isEqualTo("*");
        assertThat(header("Export-Package")).as("nothing is exported").isNull();
        assertThat(header("DynamicImport-Package")).isNull();
    }

    @Test
    void onlyOneProductsPackagesAreOptionalAndNoneHasAVersionRange() {
        for (String clause : header("Import-Package").split(",(?=[a-z])")) {
            String name = clause.split(";")[0];
            boolean ofOneProduct = name.startsWith("com.atlassian.jira")
                    || name.startsWith("com.atlassian.confluence")
                    || name.equals("com.atlassian.user")
                    || name.startsWith("com.atlassian.query")
                    || name.startsWith("com.opensymphony")
                    || name.startsWith("org.apache.log4j")
                    || name.startsWith("org.ofbiz");
            assertThat(clause.contains("resolution:=optional")).as(clause).isEqualTo(ofOneProduct);
            assertThat(clause).as("no version range").doesNotContain("version=");
            assertThat(name).as("no wildcard").doesNotContain("*");
        }
    }

    @Test
    void noClassOfThePlatformIsInside() {
        List<String> strangers = jar.stream()
                .map(JarEntry::getName)
                .filter(name -> name.endsWith(".class"))
                .filter(name -> !name.startsWith("io/throughline/app/")
                        && !name.startsWith("io/throughline/core/")
                        && !name.startsWith("org/erdtman/jcs/")
                        && !name.startsWith("org/apache/lucene/")
                        && !name.startsWith("org/eclipse/elk/")
                        && !name.startsWith("org/eclipse/emf/")
                        && !name.startsWith("com/google/common/"))
                .toList();
        assertThat(strangers)
                .as("com.atlassian, net.java.ao or a library nobody decided on")
                .isEmpty();
    }

    @Test
    void everyClassIsJava17OrOlderBytecode() throws IOException {
        for (JarEntry entry :
                jar.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
            byte[] head = jar.getInputStream(entry).readNBytes(8);
            assertThat(((head[6] & 0xff) << 8) + (head[7] & 0xff))
                    .as(entry.getName())
                    .isLessThanOrEqualTo(61);
        }
    }

    @Test
    void everyClassAndTemplateThatTheDescriptorNamesIsThere() {
        List<String> missing = new ArrayList<>();
        for (Element element : elements("*")) {
            String type = element.getAttribute("class");
            if (type.startsWith("io.throughline.") && jar.getEntry(type.replace('.', '/') + ".class") == null) {
                missing.add(type);
            }
            String location = element.getAttribute("location");
            if (element.getTagName().equals("resource")
                    && !element.getAttribute("type").equals("i18n")
                    && jar.getEntry(location.replaceFirst("^/", "")) == null) {
                missing.add(location);
            }
        }
        for (Element entity : elements("entity")) {
            if (jar.getEntry(entity.getTextContent().trim().replace('.', '/') + ".class") == null) {
                missing.add(entity.getTextContent());
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void moduleKeysAreUniqueAndModulesOfOneProductSaySo() {
        List<String> keys = new ArrayList<>();
        Set<String> ofJira = Set.of("web-panel", "jql-function", "dashboard-item", "global-permission");
        NodeList children = descriptor.getDocumentElement().getChildNodes();
        for (int n = 0; n < children.getLength(); n++) {
            if (children.item(n) instanceof Element module
                    && !module.getAttribute("key").isEmpty()) {
                keys.add(module.getAttribute("key"));
                if (ofJira.contains(module.getTagName())) {
                    assertThat(module.getAttribute("application"))
                            .as(module.getAttribute("key"))
                            .isEqualTo("jira");
                }
                if (module.getTagName().equals("xhtml-macro")) {
                    assertThat(module.getAttribute("application")).isEqualTo("confluence");
                }
            }
        }
        assertThat(keys).doesNotHaveDuplicates().isNotEmpty();
    }

    @Test
    void everyI18nKeyOfTheDescriptorHasItsWordsInEveryBundle() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Element element : elements("*")) {
            for (String attribute : List.of("i18n-name-key", "i18n-description-key")) {
                if (element.hasAttribute(attribute)) {
                    keys.add(element.getAttribute(attribute));
                }
            }
            if (Set.of("label", "description", "title").contains(element.getTagName()) && element.hasAttribute("key")) {
                keys.add(element.getAttribute("key"));
            }
        }
        for (String bundle : List.of("i18n/throughline.properties", "i18n/throughline_de.properties")) {
            Properties words = new Properties();
            words.load(new java.io.InputStreamReader(new ByteArrayInputStream(bytes(bundle)), StandardCharsets.UTF_8));
            assertThat(words.stringPropertyNames()).as(bundle).containsAll(keys);
        }
    }

    /** The index files are generated; here the classes themselves are read once more, line by line. */
    @Test
    void theScannerIndexSaysExactlyWhatTheAnnotationsSay() throws Exception {
        TreeMap<String, Set<String>> expected = new TreeMap<>();
        for (String name : classNames()) {
            Class<?> type = Class.forName(name, false, getClass().getClassLoader());
            String product = productOf(type);
            if (product == null) {
                continue;
            }
            expect(expected, "component" + product, withSuffix(name, textOf(type, "Component", "Named")));
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                for (Parameter parameter : constructor.getParameters()) {
                    for (String of : List.of("Component", "Jira", "Confluence")) {
                        String bean = textOf(parameter, of + "Import");
                        String file = "imports" + (of.equals("Component") ? "" : "-" + of.toLowerCase(Locale.ROOT));
                        if (bean != null) {
                            expect(
                                    expected,
                                    file,
                                    withSuffix(parameter.getType().getName(), bean));
                        }
                    }
                }
            }
            ExportAsService export = type.getAnnotation(ExportAsService.class);
            if (export != null) {
                String interfaces =
                        Arrays.stream(export.value()).map(Class::getName).collect(Collectors.joining(","));
                expect(expected, "exports" + product, withSuffix(name, interfaces));
            }
        }
        TreeMap<String, Set<String>> found = new TreeMap<>();
        for (JarEntry entry : jar.stream()
                .filter(e -> e.getName().matches("META-INF/plugin-components/.+"))
                .toList()) {
            Set<String> lines = new String(bytes(entry.getName()), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toSet());
            found.put(entry.getName().substring(entry.getName().lastIndexOf('/') + 1), lines);
        }
        assertThat(found).isEqualTo(expected).containsKeys("component-jira", "component-confluence", "imports");
    }

    /** "", "-jira" or "-confluence"; null for a class that is no bean. */
    private static String productOf(Class<?> type) {
        if (textOf(type, "JiraComponent") != null) {
            return "-jira";
        }
        if (textOf(type, "ConfluenceComponent") != null) {
            return "-confluence";
        }
        return textOf(type, "Named") != null ? "" : null;
    }

    /** The value of the first annotation whose simple name ends so; null without one. */
    private static String textOf(AnnotatedElement element, String... names) {
        for (Annotation annotation : element.getAnnotations()) {
            for (String name : names) {
                if (annotation.annotationType().getSimpleName().endsWith(name)) {
                    try {
                        return (String)
                                annotation.annotationType().getMethod("value").invoke(annotation);
                    } catch (ReflectiveOperationException e) {
                        throw new AssertionError(annotation + " has no value", e);
                    }
                }
            }
        }
        return null;
    }

    private static String withSuffix(String name, String suffix) {
        return suffix == null || suffix.isEmpty() ? name : name + "#" + suffix;
    }

    private static void expect(TreeMap<String, Set<String>> files, String file, String line) {
        files.computeIfAbsent(file, ignored -> new HashSet<>()).add(line);
    }

    @Test
    void aDetachedSignatureLiesBesideTheJarAndFitsTheCertificateForATrustStore() throws Exception {
        Path file = Path.of(jar.getName());
        X509Certificate certificate;
        try (InputStream in = Files.newInputStream(file.resolveSibling("throughline-signer.pem"))) {
            certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(certificate);
        signature.update(Files.readAllBytes(file));

        assertThat(signature.verify(Base64.getDecoder()
                        .decode(Files.readString(Path.of(file + ".sig")).trim())))
                .isTrue();
        certificate.checkValidity();
    }

    private static List<String> classNames() {
        return jar.stream()
                .map(JarEntry::getName)
                .filter(name -> name.startsWith("io/throughline/app/") && name.endsWith(".class"))
                .filter(name -> !name.endsWith("-info.class"))
                .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
                .toList();
    }

    private static List<Element> elements(String tag) {
        NodeList found = descriptor.getElementsByTagName(tag);
        List<Element> all = new ArrayList<>();
        for (int n = 0; n < found.getLength(); n++) {
            all.add((Element) found.item(n));
        }
        return all;
    }

    private static String header(String name) {
        return manifest.getMainAttributes().getValue(name);
    }

    private static byte[] bytes(String entry) throws IOException {
        JarEntry found = jar.getJarEntry(entry);
        assertThat(found).as(entry + " in the JAR").isNotNull();
        return jar.getInputStream(found).readAllBytes();
    }
}
