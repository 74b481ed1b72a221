package io.throughline.app.confluence.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import com.atlassian.confluence.user.AuthenticatedUserThreadLocal;
import io.throughline.app.confluence.cascade.CascadeMacro;
import io.throughline.app.confluence.changes.ChangesMacro;
import io.throughline.app.confluence.health.HealthMacro;
import io.throughline.app.confluence.kpi.KpiMacro;
import io.throughline.app.confluence.macro.MacroTools;
import io.throughline.app.confluence.macro.Siblings;
import io.throughline.app.confluence.macro.StrategyMacro;
import io.throughline.app.confluence.map.MapMacro;
import io.throughline.app.confluence.objective.ObjectiveMacro;
import io.throughline.app.confluence.onapage.OnAPageMacro;
import io.throughline.app.confluence.orphans.OrphansMacro;
import io.throughline.app.confluence.scorecard.ScorecardMacro;
import io.throughline.app.web.PageResources;
import io.throughline.app.web.StrictTemplates;
import io.throughline.app.web.TestLanguage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/**
 * A page with twelve macros of all nine kinds on one plan, from the real macros over a real connection: Jira is asked once per
 * reader, whatever the mix. Jira's answers are those that a real Jira side gave ({@code golden/answers}).
 */
@Tag("slow")
class NineKindsOfMacrosTest {
    private static final int READERS = 100;
    private static final int PEOPLE = 20;

    /** Name and parameters of each macro, in the page's order. */
    private record OnPage(String name, Map<String, String> parameters) {
        String storage() {
            return parameters.entrySet().stream()
                    .map(each ->
                            "<ac:parameter ac:name=\"" + each.getKey() + "\">" + each.getValue() + "</ac:parameter>")
                    .collect(Collectors.joining(
                            "", "<ac:structured-macro ac:name=\"" + name + "\">", "</ac:structured-macro>"));
        }
    }

    private static final List<OnPage> TWELVE = List.of(
            new OnPage("strategy-on-a-page", Map.of("plan", "PLAN-1")),
            new OnPage("strategy-scorecard", Map.of("plan", "PLAN-1")),
            new OnPage("strategy-scorecard", Map.of("plan", "plan-1", "groupBy", "perspective")),
            new OnPage("strategy-map", Map.of("plan", "PLAN-1")),
            new OnPage("strategy-cascade", Map.of("plan", "PLAN-1")),
            new OnPage("strategy-objective", Map.of("objective", "OBJ-1")),
            new OnPage("strategy-objective", Map.of("objective", "OBJ-2")),
            new OnPage("strategy-kpi", Map.of("kpi", "KPI-1")),
            new OnPage("strategy-kpi", Map.of("kpi", "KPI-2")),
            new OnPage("strategy-health", Map.of("plan", "PLAN-1", "since", "2026-04-01")),
            new OnPage("strategy-orphans", Map.of("plan", "PLAN-1")),
            new OnPage("strategy-changes", Map.of("plan", "PLAN-1", "from", "2026-04-02")));

    private final MoodyJira jira = new MoodyJira();
    private final Reading reading = new Reading(jira, 1);
    private final Map<String, StrategyMacro> macros;

    NineKindsOfMacrosTest() {
        Siblings siblings = new Siblings();
        MacroTools tools = new MacroTools(
                reading.strategy,
                TestLanguage.languages(Locale.ENGLISH),
                Mockito.mock(PageResources.class, Mockito.withSettings().stubOnly()),
                new StrictTemplates(),
                siblings);
        List<StrategyMacro> all = List.of(
                new ScorecardMacro(tools),
                new MapMacro(tools),
                new CascadeMacro(tools),
                new OnAPageMacro(tools),
                new ObjectiveMacro(tools),
                new KpiMacro(tools),
                new HealthMacro(tools),
                new OrphansMacro(tools),
                new ChangesMacro(tools));
        siblings.are(all);
        macros = all.stream().collect(Collectors.toMap(StrategyMacro::name, each -> each));
        jira.answers = NineKindsOfMacrosTest::answer;
    }

    @AfterEach
    void end() {
        reading.close();
        jira.close();
    }

    /** As it was recorded, at a version of the strategy that only this reader is told. */
    private static String answer(String reader, String path, int version) {
        String kind = path.startsWith("objectives")
                ? "objective"
                : path.startsWith("kpis") ? "kpi" : path.startsWith("orphans") ? "orphans" : path.split("[/?]")[2];
        try {
            return Files.readString(Path.of("src/test/resources/golden/answers", kind + ".json"))
                    .replaceFirst("\"modelVersion\" ?: ?[0-9]+", "\"modelVersion\":" + versionOf(reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int versionOf(String reader) {
        return 7_000 + Integer.parseInt(reader.substring("reader".length()));
    }

    /** All macros of the page, one after another, as Confluence renders them. */
    private List<String> render(String who) {
        ConversionContext context = Reading.rendering(
                TWELVE.stream().map(OnPage::storage).collect(Collectors.joining("<p>and</p>", "<p>Our plan</p>", "")));
        AuthenticatedUserThreadLocal.set(LinkedServer.person(who));
        try {
            return TWELVE.stream()
                    .map(each -> macros.get(each.name()).execute(each.parameters(), "", context))
                    .toList();
        } finally {
            AuthenticatedUserThreadLocal.set(null);
        }
    }

    private void together(int pagesAtOnce) throws Exception {
        CountDownLatch together = new CountDownLatch(1);
        ExecutorService readers = Executors.newFixedThreadPool(pagesAtOnce);
        List<Future<?>> pages = new ArrayList<>();
        for (int at = 0; at < pagesAtOnce; at++) {
            String who = "reader" + at % PEOPLE;
            pages.add(readers.submit(() -> {
                together.await();
                assertThat(render(who))
                        .allSatisfy(html -> assertThat(html)
                                .contains("strategy version " + versionOf(who))
                                .doesNotContain("tl-notice", "aui-message"));
                return null;
            }));
        }
        together.countDown();
        for (Future<?> page : pages) {
            page.get();
        }
        readers.shutdown();
    }

    @Test
    void aHundredReadersOfTwelveMacrosOfNineKindsAreOneRequestPerPersonAndThenOneThatFindsNothingNew()
            throws Exception {
        together(READERS);

        assertThat(jira.asked).hasSize(PEOPLE).noneMatch(MoodyJira.Asked::again);
        assertThat(jira.asked).extracting(MoodyJira.Asked::reader).doesNotHaveDuplicates();

        reading.passes(RememberedStrategy.FRESH.plusSeconds(1));
        together(2 * PEOPLE);

        assertThat(jira.asked).hasSize(2 * PEOPLE);
        assertThat(jira.asked.subList(PEOPLE, 2 * PEOPLE)).allMatch(MoodyJira.Asked::again);
        assertThat(jira.unchanged.get()).isEqualTo(PEOPLE);
    }
}
