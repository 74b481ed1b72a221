package io.throughline.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.core.delivery.ForecastGap;
import io.throughline.core.scorecard.SignalReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every refusal has words, in every language. */
class WordsTest {
    private static final Path SOURCES = Path.of("src/main/java/io/throughline/app");

    private static Properties bundle(String name) throws IOException {
        Properties bundle = new Properties();
        try (InputStream in = WordsTest.class.getResourceAsStream("/i18n/" + name)) {
            bundle.load(in);
        }
        return bundle;
    }

    private static Set<String> found(String pattern, String... packages) throws IOException {
        Set<String> found = new TreeSet<>();
        for (String each : packages) {
            try (Stream<Path> files = Files.list(SOURCES.resolve(each))) {
                for (Path file : files.toList()) {
                    Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(file));
                    while (matcher.find()) {
                        found.add(matcher.group(1));
                    }
                }
            }
        }
        return found;
    }

    @Test
    void everyCodeAndEveryFieldRuleIsWorded() throws IOException {
        Set<String> codes = found(
                "Refused\\.of\\((?:Refused\\.)?(?:Kind\\.)?[A-Z_]+,\\s*\"([A-Z_]+)\"", "edit", "rest", "exchange");
        Set<String> rules =
                found("(?:wrong|errors\\.add)\\(\\s*[^,;]+,\\s*\"([a-z][A-Za-z.-]*)\"", "edit", "rest", "exchange");
        assertThat(codes).hasSizeGreaterThan(15).contains("STALE_VERSION", "CYCLE");
        assertThat(rules).hasSizeGreaterThan(20).contains("unknown", "not-before");

        for (String language : List.of("throughline.properties", "throughline_de.properties")) {
            Set<Object> keys = bundle(language).keySet();
            for (String code : codes) {
                // a 503 has no message, only its code
                assertThat(List.of("INDEXING", "BUSY").contains(code) || keys.contains("throughline.error." + code))
                        .as(language + " words " + code)
                        .isTrue();
            }
            for (String rule : rules) {
                assertThat(keys.stream().anyMatch(key -> key.toString().startsWith("throughline.field." + rule)))
                        .as(language + " words " + rule)
                        .isTrue();
            }
            for (SignalReason reason : SignalReason.values()) {
                assertThat(keys).contains("throughline.signal.reason." + reason);
            }
            for (ForecastGap gap : ForecastGap.values()) {
                assertThat(keys).contains("throughline.forecast.none." + gap);
            }
        }
    }
}
