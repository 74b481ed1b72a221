package io.throughline.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.core.coverage.Coverage;
import io.throughline.core.orphans.Exempting;
import io.throughline.core.orphans.OrphanKind;
import io.throughline.core.orphans.OrphanScan;
import io.throughline.core.orphans.StrategyGap;
import io.throughline.core.scorecard.Moment;
import io.throughline.core.scorecard.Scoring;
import io.throughline.core.scorecard.Standing;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.WorkLink;
import io.throughline.core.work.WorkIndex;
import io.throughline.core.work.WorkItem;
import io.throughline.core.work.WorkView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scan and a naive second reading list the same orphans, with the same sizes, after any changes. */
class SecondOrphansTest {
    static final Set<String> ACTIVE = Set.of("pmo", "exec");
    private static final int ROUNDS = 12;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("worlds", 60));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theScanAgreesWithASecondReadingAfterAnyChanges(long seed) {
        World world = RandomWorld.of(seed);
        WorkIndex index = world.index();
        RandomChanges changes = new RandomChanges(world, index, seed);
        Scoring scoring = new Scoring(moment(world, index)).follow();
        for (int round = 0; round < ROUNDS; round++) {
            for (int each = 0; each < 40; each++) {
                changes.change();
            }
            scoring = scoring.next(moment(world, index)).follow();
            Exempting exempting = world.exempting();
            List<Plan> asked = new ArrayList<>(world.plans);
            asked.add(null);
            for (Plan plan : asked) {
                String key = plan == null ? null : plan.key();
                SecondOrphans second = new SecondOrphans(world, plan);
                String what = "seed " + seed + " round " + round + " " + key;
                assertThat(scoring.orphans(key, exempting, SecondOrphansTest::listed))
                        .as(what)
                        .isEqualTo(second.listed());
                assertThat(scoring.orphans(key, exempting, SecondOrphansTest::coverage))
                        .as(what)
                        .isEqualTo(second.coverage());
                assertThat(gaps(scoring, key, world)).as(what).isEqualTo(second.gaps(dead(world), ACTIVE));
            }
            standings(world, scoring, exempting);
        }
    }

    /** What the strategy lacks, of a plan or of what is in force; kind and ref. */
    static Set<String> gaps(Scoring scoring, String plan, World world) {
        Set<Long> dead = dead(world);
        Set<String> found = new TreeSet<>();
        for (StrategyGap gap : scoring.gaps(plan, link -> dead.contains(link.id()), ACTIVE::contains)) {
            assertThat(found.add(gap.kind() + " " + gap.ref()))
                    .as("listed once")
                    .isTrue();
        }
        return found;
    }

    /** Links to what is not there, and every fifth query. */
    static Set<Long> dead(World world) {
        Set<Long> dead = new TreeSet<>();
        for (WorkLink link : world.links) {
            Long target = link.target().id();
            boolean isDead = switch (link.target().kind()) {
                case ISSUE -> target == null || !world.items.containsKey(target);
                case PROJECT ->
                    world.items.values().stream().noneMatch(item -> target != null && item.projectId() == target);
                case JQL -> link.id() % 5 == 0;
            };
            if (isDead) {
                dead.add(link.id());
            }
        }
        return dead;
    }

    private static void standings(World world, Scoring scoring, Exempting exempting) {
        SecondOrphans second = new SecondOrphans(world, null);
        for (WorkItem item : world.items.values()) {
            Standing standing = scoring.standing(item.id(), exempting).orElseThrow();
            if (standing != Standing.ALIGNED) {
                assertThat(standing == Standing.EXEMPT).as(item.key()).isEqualTo(second.exempt(item));
            }
        }
    }

    static Moment moment(World world, WorkIndex index) {
        return new Moment(
                world.model(), index.view(world.rules), world.queries(), world.achieved, world.today, world.zone);
    }

    static Set<String> listed(OrphanScan scan) {
        Set<String> found = new TreeSet<>();
        WorkView work = scan.work();
        for (OrphanKind kind : OrphanKind.values()) {
            if (kind == OrphanKind.PROJECT) {
                scan.forEach(
                        kind,
                        project -> found.add(SecondOrphans.row(
                                "PROJECT",
                                work.projectKey(project).orElseThrow(),
                                scan.openWork().orphan(project))));
            } else if (kind.isWork()) {
                scan.forEach(
                        kind,
                        at -> assertThat(found.add(SecondOrphans.row(kind.name(), work.key(at), scan.openSize(at))))
                                .isTrue());
            }
        }
        return found;
    }

    static Map<String, String> coverage(OrphanScan scan) {
        Map<String, String> found = new TreeMap<>();
        Coverage all = scan.openWork().total();
        assertThat(all.aligned() + all.orphan() + all.exempt()).isCloseTo(all.total(), within(1e-6));
        scan.openWork().byProject().forEach((key, part) -> {
            assertThat(part.aligned() + part.orphan() + part.exempt()).isCloseTo(part.total(), within(1e-6));
            found.put(key, SecondOrphans.parts(part.aligned(), part.orphan(), part.exempt()));
        });
        return found;
    }

    /** Kinds that no world had would be checked by nobody. */
    @Test
    void theWorldsHaveAllKindsOfOrphanAndOfCoverage() {
        Set<String> kinds = new TreeSet<>();
        double[] sums = new double[3];
        seeds().forEach(seed -> {
            World world = RandomWorld.of(seed);
            WorkIndex index = world.index();
            RandomChanges changes = new RandomChanges(world, index, seed);
            for (int each = 0; each < 400; each++) {
                changes.change();
            }
            Scoring scoring = new Scoring(moment(world, index));
            scoring.orphans(null, world.exempting(), scan -> {
                Set<String> rows = listed(scan);
                rows.addAll(gaps(scoring, null, world));
                rows.forEach(row -> kinds.add(row.substring(0, row.indexOf(' '))));
                Coverage all = scan.openWork().total();
                sums[0] += all.aligned();
                sums[1] += all.orphan();
                sums[2] += all.exempt();
                return all;
            });
        });

        assertThat(kinds)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(OrphanKind.values()).map(Enum::name).toList());
        assertThat(sums[0]).isPositive();
        assertThat(sums[1]).isPositive();
        assertThat(sums[2]).isPositive();
    }
}
