package io.throughline.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.activeobjects.external.ActiveObjects;
import io.throughline.app.MovableClock;
import io.throughline.app.edit.BulkForm;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.WorkLink;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** As many epics as one action takes, linked and taken back, in a real database. */
@Tag("slow")
class BulkOfFiveThousandTest {
    private final AtomicInteger transactions = new AtomicInteger();
    private final List<Long> noted = new ArrayList<>();
    private TestDatabase database;
    private StrategyStore store;
    private List<?> before;

    @BeforeEach
    void anObjectiveWithALinkOfItsOwn() {
        database = TestDatabase.h2();
        store = new AoStrategyStore(
                counting(database.activeObjects()),
                new LocalLocks(),
                (seq, hash) -> noted.add(seq),
                new MovableClock(),
                Duration.ofSeconds(30));
        store.write("pmo", draft -> {
            draft.put(Examples.plan(draft.nextKey(Kind.PLAN), "Plan"));
            draft.put(Examples.theme(draft.nextKey(Kind.THEME), "PLAN-1"));
            draft.put(Examples.objective(draft.nextKey(Kind.OBJECTIVE), "TH-1", null));
            draft.put(Examples.link(draft.nextNumber(Kind.LINK), "OBJ-1"));
            return draft;
        });
        before = state();
        noted.clear();
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** Counts the transactions that are opened. */
    private ActiveObjects counting(ActiveObjects real) {
        return (ActiveObjects) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ActiveObjects.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("executeInTransaction")) {
                        transactions.incrementAndGet();
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private List<?> state() {
        StrategyModel model = store.model();
        return Stream.of(model.plans(), model.themes(), model.objectives(), model.kpis(), model.links())
                .map(List::copyOf)
                .toList();
    }

    private static BulkForm epics() {
        return new BulkForm(
                "OBJ-1",
                IntStream.rangeClosed(1, BulkForm.MOST)
                        .mapToObj(n -> LinkTarget.issue("EPIC-" + n, 500_000L + n))
                        .toList());
    }

    private BulkForm.Result link() {
        return store.write("pmo", draft -> epics().link(draft));
    }

    private BulkForm.Undone undo(LinkBatch batch) {
        return store.write(
                "pmo",
                draft -> BulkForm.undo(draft, draft.batch((Long) batch.id()).orElseThrow()));
    }

    @Test
    void theyAreOneTransactionAndOneBatchInTheAuditAndUndoRestoresTheExactState() {
        long rows = store.changes(null, 0, 1).total();
        transactions.set(0);

        BulkForm.Result linked = link();

        assertThat(transactions).hasValue(1);
        assertThat(noted).as("one note in the platform's audit log").hasSize(1);
        assertThat(linked.created()).hasSize(BulkForm.MOST);
        assertThat(store.model().linksOf("OBJ-1")).hasSize(BulkForm.MOST + 1);
        ChangePage log = store.changes(null, 0, BulkForm.MOST + 10);
        assertThat(log.total() - rows).as("each link, and the batch").isEqualTo(BulkForm.MOST + 1L);
        List<LoggedChange> ofIt = log.rows().subList(0, BulkForm.MOST + 1);
        assertThat(ofIt.stream().map(LoggedChange::at).distinct()).hasSize(1);
        assertThat(ofIt.stream().map(LoggedChange::actor).distinct()).containsExactly("pmo");

        transactions.set(0);
        noted.clear();
        BulkForm.Undone undone = undo(linked.batch());

        assertThat(transactions).hasValue(1);
        assertThat(noted).hasSize(1);
        assertThat(undone.conflicts()).isEmpty();
        assertThat(undone.removed()).hasSize(BulkForm.MOST);
        assertThat(state()).isEqualTo(before);
        assertThat(store.verify().intact()).isTrue();
    }

    @Test
    void undoAfterChangesOfOthersRestoresTheRestAndNamesTheConflicts() {
        BulkForm.Result linked = link();
        Set<Long> changed = Set.of(17L, 2_500L, 5_001L);
        Set<Long> removed = Set.of(3L, 4_999L);
        WorkLink added = store.write("exec", draft -> {
            for (long id : changed) {
                WorkLink link = draft.model().link(id).orElseThrow();
                draft.put(new WorkLink(id, "OBJ-1", link.target(), 3.0, link.created(), 2));
            }
            removed.forEach(id -> draft.remove(draft.model().link(id).orElseThrow()));
            return draft.put(new WorkLink(
                    draft.nextNumber(Kind.LINK), "OBJ-1", LinkTarget.issue("NEW-1", 1L), null, draft.now(), 1));
        });
        List<WorkLink> kept = store.model().linksOf("OBJ-1").stream()
                .filter(link -> link.id() == 1 || link.id() == added.id() || changed.contains(link.id()))
                .toList();

        BulkForm.Undone undone = undo(linked.batch());

        assertThat(undone.conflicts()).containsExactlyInAnyOrder(3L, 17L, 2_500L, 4_999L, 5_001L);
        assertThat(undone.removed()).hasSize(BulkForm.MOST - 5);
        assertThat(store.model().linksOf("OBJ-1")).containsExactlyInAnyOrderElementsOf(kept);
        assertThat(store.model().links().stream().map(WorkLink::id).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(1L, added.id(), 17L, 2_500L, 5_001L);
    }

    @Test
    void whatFailsAtTheEndLeavesNothingBehind() {
        assertThatThrownBy(() -> store.write("pmo", draft -> {
                    epics().link(draft);
                    throw new IllegalStateException("the power went");
                }))
                .hasMessage("the power went");

        assertThat(state()).isEqualTo(before);
        assertThat(noted).isEmpty();
    }
}
