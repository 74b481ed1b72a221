package io.throughline.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.core.orphans.Exempting;
import io.throughline.core.orphans.OrphanKind;
import io.throughline.core.scorecard.Scoring;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.work.WorkIndex;
import io.throughline.core.work.WorkItem;
import io.throughline.core.work.WorkRules;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * On each real export: every kind's set, and the coverage of every project and plan, equal a naive reading of the rules,
 * after links, unlinks, moves, closings, exemptions, expiries and whatever else can happen.
 */
@Tag("slow")
class OrphansOnRealDataTest {
    private static final int ROUNDS = 2;
    private static final int CHANGES = 400;

    static Stream<List<String>> exports() {
        return Stream.of(
                List.of("titanium-agile-json/issues-all-slim.jsonl.gz"),
                List.of("apache-arrow-rest-v2/issues.jsonl.gz"),
                List.of(
                        "devlake-jira-cloud-raw/issues.jsonl",
                        "devlake-jira-cloud-raw/issue-relationships.jsonl",
                        "devlake-jira-cloud-raw/external-epics.jsonl",
                        "devlake-jira-cloud-raw/issue-with-due-date.jsonl"),
                List.of("trustyai-rhoaieng-csv/jira_issues.csv"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exports")
    void everyKindsSetEqualsASecondReading(List<String> export) throws IOException {
        World world = RandomWorld.of(20);
        RealExports.into(world, export.toArray(String[]::new));
        linkHighOnes(world);
        WorkIndex index = world.index();
        RandomChanges changes = new RandomChanges(world, index, 20);
        Scoring scoring = new Scoring(SecondOrphansTest.moment(world, index)).follow();
        Set<String> kinds = new TreeSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (int each = 0; each < CHANGES * round; each++) {
                changes.change();
                // a Bug of level 1 would make the naive reading look below each of 16,000 bugs
                world.rules = WorkRules.defaults();
            }
            scoring = scoring.next(SecondOrphansTest.moment(world, index)).follow();
            Exempting exempting = world.exempting();
            // the naive reading takes seconds: one plan a round, and what is in force
            for (Plan plan : Arrays.asList(world.plans.get(round % world.plans.size()), null)) {
                String key = plan == null ? null : plan.key();
                SecondOrphans second = new SecondOrphans(world, plan);
                String what = export + " round " + round + " " + key;
                Set<String> listed = scoring.orphans(key, exempting, SecondOrphansTest::listed);
                assertThat(listed).as(what).isEqualTo(second.listed());
                assertThat(scoring.orphans(key, exempting, SecondOrphansTest::coverage))
                        .as(what)
                        .isEqualTo(second.coverage());
                assertThat(SecondOrphansTest.gaps(scoring, key, world))
                        .as(what)
                        .isEqualTo(second.gaps(SecondOrphansTest.dead(world), SecondOrphansTest.ACTIVE));
                listed.forEach(row -> kinds.add(row.substring(0, row.indexOf(' '))));
            }
        }
        assertThat(kinds).contains(OrphanKind.EPIC.name(), OrphanKind.ISSUE.name());
    }

    /** Epics are few among many issues; some of them, and some of their children, are linked to begin with. */
    private static void linkHighOnes(World world) {
        Random random = new Random(20);
        for (WorkItem item : List.copyOf(world.items.values())) {
            boolean isEpic = item.issueType().equals("Epic");
            boolean hasEpic = item.parentId() != 0;
            if (isEpic && random.nextInt(3) == 0 || hasEpic && random.nextInt(60) == 0) {
                Objective any = world.objectives.get(random.nextInt(world.objectives.size()));
                if (world.links.size() < 60) {
                    world.linkIssue(any.key(), item.id());
                }
            }
        }
    }
}
