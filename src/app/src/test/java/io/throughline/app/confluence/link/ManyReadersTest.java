package io.throughline.app.confluence.link;

import static io.throughline.app.confluence.link.Reading.seen;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.app.confluence.link.Copies.Copy;
import io.throughline.app.confluence.link.Copies.Key;
import io.throughline.app.confluence.link.MoodyJira.Mood;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many readers at once: how much Jira is asked, and that nobody gets what is another's. */
class ManyReadersTest {
    private static final String PATH = "plans/PLAN-1/scorecard?groupBy=THEME";

    /** What a page asks that has every kind of macro. */
    private static final List<String> TWELVE = List.of(
            PATH,
            "plans/PLAN-1/scorecard?groupBy=PERSPECTIVE",
            "plans/PLAN-1/map",
            "plans/PLAN-1/tree",
            "plans/PLAN-1/standing",
            "plans/PLAN-1/standing?since=2027-01-01",
            "plans/PLAN-1/changes?limit=50",
            "objectives/OBJ-1/card",
            "objectives/OBJ-2/card",
            "kpis/KPI-1/card",
            "kpis/KPI-2/card",
            "orphans/summary?plan=PLAN-1");

    /** Each asks a real server, which takes its time between headers and body. */
    private static final int STEPS = 200;

    private final MoodyJira jira = new MoodyJira();

    @AfterEach
    void end() {
        jira.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100})
    void aHundredReadersOfAPageWithTwelveMacrosAskOncePerPerson(int people) throws Exception {
        try (Reading reading = new Reading(jira, 1)) {
            CountDownLatch together = new CountDownLatch(1);
            ExecutorService readers = Executors.newFixedThreadPool(100);
            List<Future<?>> pages = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                String who = "reader" + i % people;
                pages.add(readers.submit(() -> {
                    together.await();
                    PageTime page = Reading.page(TWELVE);
                    for (String question : TWELVE) {
                        assertThat(seen(reading.ask(who, question, page)))
                                .contains("\"for\":\"" + who + "\"", "\"path\":\"" + question + "\"");
                    }
                    return null;
                }));
            }
            together.countDown();
            for (Future<?> page : pages) {
                page.get();
            }
            readers.shutdown();
            assertThat(jira.asked).hasSize(people).allMatch(each -> each.path().startsWith("parts?"));
            assertThat(jira.asked).extracting(MoodyJira.Asked::reader).doesNotHaveDuplicates();
        }
    }

    /** Rights come and go, Jira lives and dies; what a reader sees was always given to that reader, and not taken back. */
    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300})
    void nobodyEverSeesWhatJiraGaveToAnother(long seed) throws Exception {
        Random random = new Random(seed);
        Mood[] moods = {Mood.WELL, Mood.WELL, Mood.WELL, Mood.FAILING, Mood.REFUSING, Mood.REDIRECTING_TO_A_LOGIN};
        Set<String> refused = new HashSet<>();
        try (Reading reading = new Reading(jira, seed)) {
            for (int step = 0; step < STEPS; step++) {
                String who = List.of("exec", "pmo", "dev", "outsider", "").get(random.nextInt(5));
                jira.towards.put(who, moods[random.nextInt(moods.length)]);
                reading.passes(Duration.ofSeconds(random.nextInt(25)));
                String seen = seen(reading.ask(who, "plans/PLAN-" + random.nextInt(3) + "/tree"));
                reading.rests();

                if (seen.startsWith("{")) {
                    assertThat(seen).as("step %d of seed %d", step, seed).contains("\"for\":\"" + who + "\"");
                }
                if (seen.equals("NO_RIGHT")) {
                    refused.add(who);
                } else if (jira.towards.get(who) == Mood.WELL && seen.startsWith("{")) {
                    refused.remove(who);
                } else if (refused.contains(who) && jira.towards.get(who) != Mood.WELL) {
                    assertThat(seen)
                            .as("after a no, at step %d of seed %d", step, seed)
                            .doesNotStartWith("{");
                }
            }
        }
    }

    @Test
    void copiesStayWithinTheirBytesAndTheOldestGoFirst() {
        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        Copies copies = new Copies(100_000, Duration.ofHours(1), clock);
        for (int i = 0; i < 1_000; i++) {
            copies.keep(new Key("u" + i, "link", PATH), new Copy(new byte[9_000], null, clock.instant()));
            assertThat(copies.of(new Key("u0", "link", PATH)))
                    .as("asked for again and again, at %d", i)
                    .isNotNull();
        }

        assertThat(copies.bytes()).isBetween(1L, 100_000L);
        assertThat(copies.of(new Key("u1", "link", PATH))).isNull();
        copies.forgetReader("u0", "link");
        copies.forgetReader("u999", "link");
        assertThat(copies.of(new Key("u0", "link", PATH))).isNull();
        for (int i = 0; i < 1_000; i++) {
            copies.forget(new Key("u" + i, "link", PATH));
        }
        assertThat(copies.bytes()).isZero();
    }
}
