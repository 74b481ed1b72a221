package io.throughline.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word is in both languages, is used, and can be read by both products. */
class BundlesTest {
    private static final Path BUNDLES = Path.of("src/main/resources/i18n");
    private static final Pattern KEY = Pattern.compile("[\"'](throughline\\.[A-Za-z0-9.\\-]+)[\"']");

    private final Properties english = load("throughline.properties");
    private final Properties german = load("throughline_de.properties");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(new TreeSet<>(german.stringPropertyNames())).isEqualTo(new TreeSet<>(english.stringPropertyNames()));
    }

    @Test
    void everyKeyThatCodeNamesHasAText() {
        List<String> missing = named().stream()
                .filter(key -> !key.endsWith("."))
                .filter(key -> !english.containsKey(key) && !startsAny(key + ".", english.stringPropertyNames()))
                .toList();

        assertThat(missing).isEmpty();
    }

    /** A key is used where code or a template names it whole, or names the family that it belongs to. */
    @Test
    void everyTextIsUsed() {
        Set<String> named = named();
        named.addAll(rulesOfForms());
        List<String> unused = english.stringPropertyNames().stream()
                .filter(key -> key.startsWith("throughline."))
                .filter(key -> named.stream()
                        .noneMatch(name -> key.equals(name) || key.startsWith(name.endsWith(".") ? name : name + ".")))
                .sorted()
                .toList();

        assertThat(unused).isEmpty();
    }

    @Test
    void bothLanguagesPutTheSameArgumentsIn() {
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(german.getProperty(key))).as(key).isSubsetOf(arguments(english.getProperty(key)));
        }
    }

    @Test
    void everyTextIsAMessageFormat() {
        for (Properties bundle : List.of(english, german)) {
            bundle.forEach((key, text) -> assertThat(new MessageFormat((String) text))
                    .as((String) key)
                    .isNotNull());
        }
    }

    /** A message format swallows a lone apostrophe, and one product applies it where the other does not. */
    @Test
    void noTextHasAStraightApostrophe() {
        for (Properties bundle : List.of(english, german)) {
            bundle.forEach(
                    (key, text) -> assertThat((String) text).as((String) key).doesNotContain("'"));
        }
    }

    @Test
    void filesAreAsciiSinceProductsReadThemInDifferentEncodings() throws IOException {
        for (String file : List.of("throughline.properties", "throughline_de.properties")) {
            assertThat(Files.readString(BUNDLES.resolve(file))).as(file).matches("\\p{ASCII}*");
        }
    }

    private static boolean startsAny(String prefix, Set<String> keys) {
        return keys.stream().anyMatch(key -> key.startsWith(prefix));
    }

    private static Set<String> arguments(String text) {
        Set<String> found = new TreeSet<>();
        Matcher argument = Pattern.compile("\\{\\d}").matcher(text);
        while (argument.find()) {
            found.add(argument.group());
        }
        return found;
    }

    /** Forms name the rule that a field breaks, and its text by that: {@code "long"} is {@code throughline.field.long}. */
    private static Set<String> rulesOfForms() {
        Set<String> rules = new TreeSet<>();
        Pattern literal = Pattern.compile("\"([a-z][A-Za-z.\\-]+)\"");
        for (String room : List.of("edit", "rest", "exchange")) {
            for (Path file : files("src/main/java/io/throughline/app/" + room)) {
                literal.matcher(read(file)).results().forEach(rule -> rules.add("throughline.field." + rule.group(1)));
            }
        }
        return rules;
    }

    /** All keys and families of keys that sources name as literals. */
    private static Set<String> named() {
        Set<String> named = new TreeSet<>();
        for (String root : List.of("src/main/java", "src/main/resources/templates", "../../frontend/src")) {
            files(root).forEach(file -> add(named, read(file)));
        }
        add(named, read(Path.of("../../atlassian-plugin.xml")));
        named.removeIf(name -> name.endsWith(".css"));
        return named;
    }

    private static List<Path> files(String root) {
        try (Stream<Path> files = Files.walk(Path.of(root))) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(Set<String> named, String source) {
        Matcher key = KEY.matcher(source);
        while (key.find()) {
            named.add(key.group(1));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties load(String file) {
        Properties bundle = new Properties();
        try (InputStream in = Files.newInputStream(BUNDLES.resolve(file))) {
            bundle.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bundle;
    }
}
