package io.throughline.bench.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every part runs, on a small world, once and in this JVM; what it took says nothing. */
class PartsBenchTest {
    private static final List<Class<?>> WHERE =
            List.of(OneChange.class, Lookup.class, Formulas.class, PlanScores.class, HiddenItems.class, Queries.class);

    private static List<Part> parts = List.of();

    @BeforeAll
    static void runEach() throws Exception {
        parts = PartsBench.run(PartsBench.ofAll(Mode.SingleShotTime)
                .param("items", "10000")
                .warmupIterations(0)
                .measurementIterations(1)
                .forks(0)
                .verbosity(VerboseMode.SILENT)
                .build());
    }

    @Test
    void everyPartHasARowOfItsOwn() {
        String[] names = WHERE.stream()
                .flatMap(each -> Arrays.stream(each.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(Words.class))
                        .map(Method::getName)
                        .map(name -> each.getSimpleName() + '.' + name))
                .toArray(String[]::new);

        assertThat(names).hasSizeGreaterThanOrEqualTo(13);
        assertThat(parts).extracting(Part::name).containsExactlyInAnyOrder(names);
    }

    @Test
    void aPartOverItemsSaysHowMany() {
        assertThat(parts)
                .filteredOn(part -> !part.name().startsWith("Formulas."))
                .extracting(Part::items)
                .containsOnly(10_000);
        assertThat(parts)
                .filteredOn(part -> part.name().startsWith("Formulas."))
                .extracting(Part::items)
                .containsOnly(0);
    }

    @Test
    void theReportHasMachineDateLoadAndALineForEachPart() {
        PartsReport report = new PartsReport(Instant.parse("2026-06-30T12:00:00Z"), 0.4, 1.25, parts);

        String markdown = report.markdown();
        String json = report.json();

        assertThat(markdown).contains("\"cpus\":", "2026-06-30T12:00:00Z", "load average 0.4 at the start and 1.3 at");
        assertThat(json).contains("{\"machine\":{\"cpus\":", "\"date\":\"2026-06-30T12:00:00Z\",\"loadBefore\":0.4");
        assertThat(Stream.of(markdown.split("\n", -1)).filter(line -> line.startsWith("| `")))
                .hasSameSizeAs(parts);
        assertThat(json.split("\"part\":", -1)).hasSize(parts.size() + 1);
    }
}
