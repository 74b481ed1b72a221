package io.throughline.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many people at once, and a start with and without a saved index: with {@code -Dthroughline.load=true} two hundred over the size
 * that the product is made for, otherwise some over a hundredth of it for some seconds. Meanwhile the issue panel is there and
 * not by turns, which tells what it adds to a page ({@link PanelWindows}). Fails when a request fails, or when there were
 * far fewer than so many people make; what it took is only
 * reported, since the machine is shared.
 */
class LoadIT {
    private static final boolean WHOLE = Boolean.getBoolean("throughline.load");

    private static final int ISSUES = Integer.getInteger("throughline.load.issues", WHOLE ? 1_000_000 : 10_000);
    private static final int USERS = Integer.getInteger("throughline.load.users", WHOLE ? 200 : 50);
    /** Beside them, so that pages with and without the panel are enough to tell them apart. */
    private static final int READERS = Integer.getInteger("throughline.load.readers", WHOLE ? 10 : 3);

    private static final Duration TIME =
            Duration.ofSeconds(Integer.getInteger("throughline.load.seconds", WHOLE ? 300 : 15));
    private static final Duration WARMING = Duration.ofSeconds(WHOLE ? 40 : 5);
    /** For that long the issue panel is there, then it is not. */
    private static final Duration WINDOW = Duration.ofMillis(WHOLE ? 10_000 : 2_500);

    /** Of issue pages of each kind: by turns each is there for half of the time, and what a switch meets counts nowhere. */
    private static final int LEAST_PAGES = Crowd.least(Crowd.Act.ISSUE_OF_READER, USERS, READERS, TIME) / 3;

    private static final int PROJECTS = ISSUES / 2_000;
    private static final int PLANS = 20;
    private static final int THEMES = 100;
    private static final int OBJECTIVES = WHOLE ? 2_000 : 200;
    private static final int KPIS = WHOLE ? 5_000 : 500;
    private static final int PERIODS = 4;
    private static final int LINKS = WHOLE ? 20_000 : 2_000;

    @TempDir
    static Path folder;

    @Test
    void manyPeopleAtOnceMeetNoErrorAndAStartFindsTheSavedIndex() throws Exception {
        try (Products products = Products.jira(
                folder.resolve("data"),
                Products.SEASONED,
                "-Dthroughline.crowd=" + (USERS + READERS),
                "--synthetic",
                "" + ISSUES)) {
            awaitReady(products);
            String firstFill = products.said("Numbers about work are shown");
            Caller admin = products.jiraAs("admin").waiting(Duration.ofMinutes(10));
            importStrategy(admin);

            Crowd crowd = new Crowd(products.jiraUrl(), PROJECTS, KPIS);
            new Crowd(products.jiraUrl(), PROJECTS, KPIS).work(USERS, READERS, WARMING); // the JVM is young
            PanelSwitch panel = new PanelSwitch(admin, products.jiraAs("exec"), "SY1-3");
            try (PanelSwitch.Turns turns = panel.inTurns(crowd.windows(), WINDOW)) {
                crowd.work(USERS, READERS, TIME);
            }
            System.out.printf(
                    "%,d issues, %d people and %d readers, %d s, load of the machine %.1f, %d errors%n%s",
                    ISSUES,
                    USERS,
                    READERS,
                    TIME.toSeconds(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                    crowd.errors().size(),
                    crowd.report());
            System.out.print(crowd.windows().report());
            System.out.printf(
                    Locale.ROOT,
                    "tree p95 is %.1f times the trivial page's%n",
                    crowd.percentile(Crowd.Act.TREE, 0.95) / crowd.percentile(Crowd.Act.PAGE, 0.95));
            assertThat(crowd.errors().stream()
                            .map(each -> each.substring(0, Math.min(300, each.length())))
                            .limit(20))
                    .isEmpty();
            for (Crowd.Act act : Crowd.Act.values()) {
                assertThat(crowd.done(act))
                        .as(act.words)
                        .isGreaterThanOrEqualTo(Crowd.least(act, USERS, READERS, TIME));
            }
            for (PanelWindows.Kind kind : PanelWindows.Kind.values()) {
                assertThat(crowd.windows().opened(kind)).as(kind.words).isPositive();
                assertThat(crowd.windows().pages(kind)).as(kind.words).isGreaterThanOrEqualTo(LEAST_PAGES);
            }

            products.stop();
            products.start();
            awaitReady(products);
            System.out.println("first fill: " + firstFill);
            System.out.println("with a saved index: " + products.said("Numbers about work are shown"));
        }
    }

    private static void importStrategy(Caller admin) throws Exception {
        String document = new LargeDocument(admin)
                .plans(PLANS)
                .themes(THEMES)
                .objectives(OBJECTIVES)
                .kpis(KPIS, PERIODS)
                .links(admin, LINKS, PROJECTS)
                .toString();
        Caller.Answer imported = admin.send("POST", Caller.STRATEGY + "/import?mode=REPLACE", document);
        String said = imported.body().substring(0, Math.min(500, imported.body().length()));
        assertThat(imported.status()).as(said).isIn(200, 201);
        JsonNode delivery = admin.get(Caller.STRATEGY + "/plans/PLAN-1/tree").get("delivery");
        System.out.println("a plan's delivery: " + delivery);
        assertThat(delivery.get("items").asLong()).isGreaterThan(ISSUES / 100);
    }

    private static void awaitReady(Products products) throws Exception {
        Caller exec = products.jiraAs("exec");
        Instant limit = Instant.now().plus(Duration.ofMinutes(30));
        while (!exec.get(Caller.STRATEGY + "/health").get("state").asText().equals("READY")) {
            assertThat(Instant.now()).isBefore(limit);
            Thread.sleep(100);
        }
    }
}
