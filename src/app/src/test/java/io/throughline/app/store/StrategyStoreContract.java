package io.throughline.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.core.strategy.Exemption;
import io.throughline.core.strategy.KpiSource;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.WorkLink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every store does. Each test has a store of its own, and may ask for a second node on the same data. */
abstract class StrategyStoreContract {
    /** The store under test. */
    abstract StrategyStore store();

    /** Another node over the same data. */
    abstract StrategyStore anotherNode();

    abstract void setNow(Instant now);

    @Test
    void anEmptyStoreHasNothingAtVersionZero() {
        StrategyModel model = store().model();

        assertThat(model.version()).isZero();
        assertThat(model.plans()).isEmpty();
        assertThat(store().settings()).isEqualTo(Settings.DEFAULTS);
        assertThat(store().changes(null, 0, 10).total()).isZero();
        assertThat(store().verify()).isEqualTo(new Verification(0, null));
    }

    @Test
    void everyKindOfObjectComesBackAsItWasPut() {
        putOneOfEach(store());

        for (StrategyStore node : List.of(store(), anotherNode())) {
            StrategyModel model = node.model();
            assertThat(model.plan("PLAN-1")).contains(Examples.plan("PLAN-1", "Plan"));
            assertThat(model.theme("TH-1")).contains(Examples.theme("TH-1", "PLAN-1"));
            assertThat(model.objective("OBJ-1")).contains(Examples.objective("OBJ-1", "TH-1", null));
            assertThat(model.objective("OBJ-2")).contains(Examples.objective("OBJ-2", null, "OBJ-1"));
            assertThat(model.kpi("KPI-1")).contains(Examples.kpi("KPI-1", "OBJ-1"));
            assertThat(model.actualsOf("KPI-1")).containsExactly(Examples.actual("KPI-1", "2026-06-30"));
            assertThat(model.link(1)).contains(Examples.link(1, "OBJ-1"));
            assertThat(model.contributions()).containsExactly(Examples.contribution(1, "OBJ-2", "OBJ-1"));
            assertThat(model.causes()).containsExactly(Examples.cause(1, "OBJ-1", "OBJ-2"));
            assertThat(node.settings().view()).containsExactly("everybody");
        }
    }

    private static void putOneOfEach(StrategyStore store) {
        store.write("pmo", draft -> {
            draft.put(Examples.plan(draft.nextKey(Kind.PLAN), "Plan"));
            draft.put(Examples.theme(draft.nextKey(Kind.THEME), "PLAN-1"));
            draft.put(Examples.objective(draft.nextKey(Kind.OBJECTIVE), "TH-1", null));
            draft.put(Examples.objective(draft.nextKey(Kind.OBJECTIVE), null, "OBJ-1"));
            draft.put(Examples.kpi(draft.nextKey(Kind.KPI), "OBJ-1"));
            draft.put(Examples.actual("KPI-1", "2026-06-30"));
            draft.put(Examples.link(draft.nextNumber(Kind.LINK), "OBJ-1"));
            draft.put(Examples.contribution(draft.nextNumber(Kind.CONTRIBUTION), "OBJ-2", "OBJ-1"));
            draft.put(Examples.cause(draft.nextNumber(Kind.CAUSE), "OBJ-1", "OBJ-2"));
            return draft.put(Examples.settings(draft.settings()));
        });
    }

    @Test
    void optionalFieldsMayBeNull() {
        WorkLink query = new WorkLink(1, "OBJ-1", LinkTarget.jql("project = ABC"), null, Instant.EPOCH, 1);
        io.throughline.core.strategy.Kpi full = Examples.kpi("KPI-1", null);
        io.throughline.core.strategy.Kpi band = new io.throughline.core.strategy.Kpi(
                "KPI-1",
                null,
                "Band",
                null,
                null,
                io.throughline.core.strategy.Direction.MAINTAIN,
                null,
                null,
                List.of(),
                new io.throughline.core.strategy.Band(-1.5, 2, 0.25),
                full.frequency(),
                1,
                false,
                full.indicator(),
                null,
                full.attestation(),
                new KpiSource.Formula("KPI-2 / KPI-3"),
                1);
        store().write("pmo", draft -> {
            draft.put(query);
            return draft.put(band);
        });

        assertThat(anotherNode().model().link(1)).contains(query);
        assertThat(anotherNode().model().kpi("KPI-1")).contains(band);
    }

    @Test
    void aVersionStartsAtOneAndRisesOnlyWithTheObject() {
        Plan first = write("A");
        Plan same = store().write("pmo", draft -> draft.put(Examples.plan("PLAN-1", "A")));
        Plan changed = store().write("pmo", draft -> draft.put(Examples.plan("PLAN-1", "B")));

        assertThat(List.of(first.version(), same.version(), changed.version())).containsExactly(1L, 1L, 2L);
        assertThat(store().model().version()).isEqualTo(2);
        assertThat(store().changes(null, 0, 10).total()).isEqualTo(2);
    }

    @Test
    void aPastStrategyIsReadBackAsItStood() {
        Instant begin = Instant.parse("2026-05-01T10:00:00Z");
        Instant between = begin.plusSeconds(10);
        setNow(begin);
        write("A");
        setNow(between);
        store().write("pmo", draft -> {
            draft.put(Examples.theme(draft.nextKey(Kind.THEME), "PLAN-1"));
            return draft.put(Examples.plan("PLAN-1", "B"));
        });
        setNow(between.plusSeconds(10));
        store().write("pmo", draft -> {
            draft.remove(Examples.theme("TH-1", "PLAN-1"));
            return draft.put(Examples.plan("PLAN-1", "C"));
        });

        for (StrategyStore node : List.of(store(), anotherNode())) {
            assertThat(node.modelBefore(begin).plans()).isEmpty();
            assertThat(node.modelBefore(begin).version()).isZero();
            StrategyModel first = node.modelBefore(between);
            assertThat(first.version()).isEqualTo(1);
            assertThat(first.plan("PLAN-1").orElseThrow().name()).isEqualTo("A");
            assertThat(first.themes()).isEmpty();
            StrategyModel second = node.modelBefore(between.plusSeconds(1));
            assertThat(second.plan("PLAN-1").orElseThrow().name()).isEqualTo("B");
            assertThat(second.theme("TH-1")).isPresent();
            assertThat(second.version()).isEqualTo(3);
            StrategyModel now = node.modelBefore(between.plusSeconds(60));
            assertThat(now.plan("PLAN-1").orElseThrow().name()).isEqualTo("C");
            assertThat(now.version()).isEqualTo(node.model().version());
        }
    }

    @Test
    void whatAnAchievedObjectiveKeepsBelongsToTheStrategyOfItsTime() {
        StrategyModel before = store().model();
        Kept kept = Examples.kept("OBJ-7");
        store().write("pmo", draft -> draft.put(kept));
        StrategyModel with = store().model();
        store().write("pmo", draft -> {
            draft.remove(draft.kept("OBJ-7").orElseThrow());
            return "";
        });

        assertThat(store().kept(before)).isEmpty();
        assertThat(store().kept(with)).isEqualTo(Map.of("OBJ-7", kept.blocks()));
        assertThat(anotherNode().kept(with)).isEqualTo(Map.of("OBJ-7", kept.blocks()));
        assertThat(store().kept(store().model())).isEmpty();
    }

    private Plan write(String name) {
        return store().write("pmo", draft -> draft.put(Examples.plan(draft.nextKey(Kind.PLAN), name)));
    }

    @Test
    void aKeyIsNeverGivenTwice() {
        write("A");
        store().write("pmo", draft -> {
            draft.remove(draft.model().plan("PLAN-1").orElseThrow());
            return null;
        });

        assertThat(write("B").key()).isEqualTo("PLAN-2");
        assertThat(anotherNode().model().plans()).extracting(Plan::key).containsExactly("PLAN-2");
    }

    @Test
    void aRefusedChangeLeavesNoTrace() {
        write("A");

        assertThatThrownBy(() -> store().write("pmo", draft -> {
                    draft.put(Examples.plan(draft.nextKey(Kind.PLAN), "B"));
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no");

        assertThat(store().model().version()).isEqualTo(1);
        assertThat(write("C").key()).isEqualTo("PLAN-2");
    }

    @Test
    void anObjectThatComesAndGoesInOneChangeIsNoChange() {
        store().write("pmo", draft -> {
            Plan plan = draft.put(Examples.plan("PLAN-1", "A"));
            draft.remove(plan);
            return plan;
        });

        assertThat(store().changes(null, 0, 10).total()).isZero();
    }

    @Test
    void theLogSaysWhoWhenWhatBeforeAndAfter() {
        Instant then = Instant.parse("2026-05-01T08:00:00.500Z");
        setNow(then);
        write("A");
        store().write("exec", draft -> draft.put(Examples.plan("PLAN-1", "B")));
        store().write("admin", draft -> {
            draft.remove(draft.model().plan("PLAN-1").orElseThrow());
            return null;
        });

        List<LoggedChange> rows = store().changes(null, 0, 10).rows();
        assertThat(rows).extracting(LoggedChange::seq).containsExactly(1L, 2L, 3L);
        assertThat(rows).extracting(LoggedChange::actor).containsExactly("pmo", "exec", "admin");
        assertThat(rows).extracting(LoggedChange::at).containsOnly(then);
        assertThat(rows.get(0).before()).isNull();
        assertThat(rows.get(0).after()).isEqualTo(rows.get(1).before());
        assertThat(rows.get(1).after().get("name").textValue()).isEqualTo("B");
        assertThat(rows.get(1).after().get("version").longValue()).isEqualTo(2);
        assertThat(rows.get(2).after()).isNull();
        assertThat(rows.get(0).previous()).isEqualTo(ChangeLog.NOTHING);
        assertThat(rows.get(1).previous()).isEqualTo(rows.get(0).hash());
        assertThat(store().verify()).isEqualTo(new Verification(3, null));
    }

    @Test
    void aClockThatGoesBackDoesNotTurnTheLogBack() {
        setNow(Instant.parse("2026-05-01T08:00:00Z"));
        write("A");
        setNow(Instant.parse("2026-05-01T07:59:58Z"));
        write("B");

        assertThat(store().changes(null, 0, 10).rows())
                .extracting(LoggedChange::at)
                .containsOnly(Instant.parse("2026-05-01T08:00:00Z"));
    }

    @Test
    void changesCanBeAskedForOneObjectAndWhatBelongsToIt() {
        putOneOfEach(store());
        store().write("pmo", draft -> draft.put(Examples.actual("KPI-1", "2026-07-31")));

        assertThat(store().changes("KPI-1", 0, 10).rows())
                .extracting(LoggedChange::object)
                .containsExactly("KPI-1", "KPI-1/2026-06-30", "KPI-1/2026-07-31");
        assertThat(store().changes("KPI", 0, 10).total()).isZero();
        assertThat(store().changes("%", 0, 10).total()).isZero();
        assertThat(store().changes("LINK-1", 0, 10).total()).isEqualTo(1);
    }

    @Test
    void whoMadeAnObjectIsWhoseChangeOfItWasTheFirst() {
        putOneOfEach(store());
        store().write("exec", draft -> draft.put(Examples.link(2, "OBJ-1")));
        store().write("pmo", draft -> draft.put(Examples.link(2, "OBJ-2")));
        store().write("exec", draft -> draft.put(Examples.actual("KPI-1", "2026-07-31")));

        assertThat(store().madeBy("LINK-1")).contains("pmo");
        assertThat(store().madeBy("LINK-2")).contains("exec");
        assertThat(store().madeBy("KPI-1")).as("not who entered a value of it").contains("pmo");
        assertThat(store().madeBy("LINK-%")).isEmpty();
        assertThat(store().madeBy("LINK-9")).isEmpty();
    }

    @Test
    void changesComeInPages() {
        List<Long> seen = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            write("P" + i);
        }
        for (int start = 0; start < 6; start += 2) {
            ChangePage page = store().changes(null, start, 2);
            assertThat(page.total()).isEqualTo(5);
            page.rows().forEach(row -> seen.add(row.seq()));
        }

        assertThat(seen).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void changesBetweenTwoInstantsAreThoseFromTheFirstToBeforeTheSecond() {
        Instant noon = Instant.parse("2026-05-01T12:00:00Z");
        for (int hour = 0; hour < 5; hour++) {
            setNow(noon.plusSeconds(3600L * hour));
            write("P" + hour);
        }

        ChangePage two = store().changesBetween(noon.plusSeconds(3600), noon.plusSeconds(3 * 3600L), 10);
        assertThat(two.total()).isEqualTo(2);
        assertThat(two.rows()).extracting(LoggedChange::seq).containsExactly(2L, 3L);
        ChangePage newest = store().changesBetween(Instant.EPOCH, noon.plusSeconds(86400), 2);
        assertThat(newest.total()).isEqualTo(5);
        assertThat(newest.rows()).extracting(LoggedChange::seq).containsExactly(4L, 5L);
        assertThat(store().changesBetween(noon.plusSeconds(86400), noon, 10).total())
                .isZero();
    }

    @Test
    void theRecentStrategyHasWhatThisNodeChangedAtOnceAndWhatOthersChangedASecondLater() {
        Instant now = Instant.parse("2026-05-01T08:00:00Z");
        setNow(now);
        StrategyStore other = anotherNode();
        assertThat(store().recent().plans()).isEmpty();
        assertThat(other.recent().plans()).isEmpty();

        store().write("pmo", draft -> draft.put(Examples.plan(draft.nextKey(Kind.PLAN), "Plan")));

        assertThat(store().recent().plans()).hasSize(1);
        setNow(now.plusMillis(999));
        assertThat(store().recent().plans()).hasSize(1);
        setNow(now.plusSeconds(1));
        assertThat(other.recent().plans()).hasSize(1);
    }

    @Test
    void anotherNodeSeesAChangeAtOnce() {
        StrategyStore other = anotherNode();
        assertThat(other.model().plans()).isEmpty();

        write("A");
        assertThat(other.model().plans()).extracting(Plan::name).containsExactly("A");

        other.write("pmo", draft -> draft.put(Examples.plan("PLAN-1", "B")));
        assertThat(store().model().plans()).extracting(Plan::name).containsExactly("B");
    }

    @Test
    void theModelIsTheSameObjectWhileNothingChanges() {
        write("A");

        assertThat(store().model()).isSameAs(store().model());
    }

    @Test
    void aRepeatedCallGetsTheFirstAnswer() {
        AtomicInteger decided = new AtomicInteger();
        Change<Answer> change = draft -> {
            decided.incrementAndGet();
            Plan plan = draft.put(Examples.plan(draft.nextKey(Kind.PLAN), "A"));
            return new Answer(201, plan.key(), "1", "{\"key\":\"" + plan.key() + "\"}");
        };
        Once once = new Once("pmo", "/plans", "k1", "input");

        assertThat(store().remembered(once)).isEmpty();
        Answer first = store().writeOnce("pmo", once, change);
        Answer again = anotherNode().writeOnce("pmo", once, change);

        assertThat(again).isEqualTo(first);
        assertThat(store().remembered(once)).contains(first);
        assertThat(decided).hasValue(1);
        assertThat(store().model().plans()).hasSize(1);
    }

    @Test
    void aKeyIsOnePerUserAndPath() {
        Change<Answer> change = draft -> {
            Plan plan = draft.put(Examples.plan(draft.nextKey(Kind.PLAN), "A"));
            return new Answer(201, plan.key(), null, "{}");
        };

        store().writeOnce("pmo", new Once("pmo", "/plans", "k", "i"), change);
        store().writeOnce("exec", new Once("exec", "/plans", "k", "i"), change);
        store().writeOnce("pmo", new Once("pmo", "/themes", "k", "i"), change);

        assertThat(store().model().plans()).hasSize(3);
    }

    @Test
    void theSameKeyWithAnotherInputIsRefused() {
        Change<Answer> change = draft -> new Answer(201, null, null, "{}");
        store().writeOnce("pmo", new Once("pmo", "/plans", "k", "one"), change);
        Once other = new Once("pmo", "/plans", "k", "two");

        assertThatThrownBy(() -> store().writeOnce("pmo", other, change)).isInstanceOf(OnceMismatch.class);
        assertThatThrownBy(() -> store().remembered(other)).isInstanceOf(OnceMismatch.class);
    }

    @Test
    void aRefusedCallIsNotRemembered() {
        Once once = new Once("pmo", "/plans", "k", "i");
        assertThatThrownBy(() -> store().writeOnce("pmo", once, draft -> {
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(store().remembered(once)).isEmpty();
    }

    @Test
    void aKeyIsForgottenAfterADay() {
        Change<Answer> change = draft -> {
            Plan plan = draft.put(Examples.plan(draft.nextKey(Kind.PLAN), "A"));
            return new Answer(201, plan.key(), null, "{}");
        };
        Once once = new Once("pmo", "/plans", "k", "i");
        setNow(Instant.parse("2026-05-01T08:00:00Z"));
        store().writeOnce("pmo", once, change);
        setNow(Instant.parse("2026-05-02T07:59:59Z"));
        assertThat(store().writeOnce("pmo", once, change).location()).isEqualTo("PLAN-1");
        setNow(Instant.parse("2026-05-02T08:00:01Z"));

        assertThat(store().remembered(once)).isEmpty();
        assertThat(store().writeOnce("pmo", once, change).location()).isEqualTo("PLAN-2");
    }

    @Test
    void movingAParentLeavesItsChildrenAlone() {
        putOneOfEach(store());
        store().write("pmo", draft -> {
            draft.put(Examples.theme(draft.nextKey(Kind.THEME), "PLAN-1"));
            Objective moved = draft.model().objective("OBJ-1").orElseThrow();
            return draft.put(new Objective(
                    moved.key(),
                    "TH-2",
                    null,
                    moved.name(),
                    moved.description(),
                    moved.owner(),
                    moved.perspective(),
                    moved.weight(),
                    moved.start(),
                    moved.due(),
                    moved.state(),
                    1024,
                    moved.version()));
        });

        StrategyModel model = store().model();
        assertThat(model.themeOf("OBJ-2").orElseThrow().key()).isEqualTo("TH-2");
        assertThat(model.objective("OBJ-2").orElseThrow().version()).isEqualTo(1);
        assertThat(model.objective("OBJ-1").orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void exemptionsAndTheirBatchesComeBackAsTheyWere() {
        StrategyStore store = store();
        Exemption made = store.write("pmo", draft -> {
            Exemption exemption = draft.put(Examples.exemption(draft.nextNumber(Kind.EXEMPTION)));
            long batch = draft.nextNumber(Kind.EXEMPTION_BATCH);
            draft.put(new ExemptionBatch(batch, List.of(exemption.id()), false, 1));
            return exemption;
        });

        assertThat(store.model().exemptions()).containsExactly(made);
        assertThat(store.changes("EXEMPTION-1", 0, 10).rows()).hasSize(1);
        store.write("pmo", draft -> {
            draft.remove(draft.model().exemption(1).orElseThrow());
            return draft.put(draft.exemptionBatch(1).orElseThrow().taken());
        });
        assertThat(store.model().exemptions()).isEmpty();
    }
}
