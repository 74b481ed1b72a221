package io.throughline.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the platform's Spring Scanner will import. A service that is imported twice, for both products and for one, or under two names, is
 * two beans of one type, and then nothing that wants it can be made: the plugin does not start in that product.
 */
class ScannedImportsTest {
    private static final Path INDEX = Path.of("target/classes/META-INF/plugin-components");

    @ParameterizedTest
    @CsvSource({"imports-jira", "imports-confluence"})
    void noServiceIsImportedTwiceInOneProduct(String ofProduct) throws IOException {
        assertThat(lines("imports")).as("the index is there").isNotEmpty();

        assertThat(twice(lines("imports"), lines(ofProduct))).isEmpty();
    }

    @Test
    void oneThatIsIsFound() {
        assertThat(twice(List.of("a.UserManager", "a.Other"), List.of("b.Other", "a.UserManager#named")))
                .containsExactly("a.UserManager");
    }

    /** Types by how often they are imported, more than once only. */
    private static List<String> twice(List<String> ofBoth, List<String> ofOne) {
        List<String> all = new ArrayList<>(ofBoth);
        all.addAll(ofOne);
        Map<String, Integer> times = new TreeMap<>();
        all.forEach(line -> times.merge(line.replaceAll("#.*", ""), 1, Integer::sum));
        return times.keySet().stream().filter(type -> times.get(type) > 1).toList();
    }

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(INDEX.resolve(file)).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }
}
