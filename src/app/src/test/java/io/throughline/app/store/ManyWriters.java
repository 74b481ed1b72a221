package io.throughline.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.core.strategy.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Many writers on the same plan, over one or more nodes. */
final class ManyWriters {
    private ManyWriters() {}

    /** How many writes were acknowledged and how many were told to come back. */
    record Outcome(int acknowledged, int busy) {}

    /** Each writer raises the number in the plan's name again and again, and creates a plan with an idempotency key. */
    static Outcome run(List<StrategyStore> nodes, int writers, int writes) throws Exception {
        nodes.get(0).write("pmo", draft -> draft.put(Examples.plan(draft.nextKey(Kind.PLAN), "0")));
        AtomicInteger acknowledged = new AtomicInteger();
        AtomicInteger created = new AtomicInteger();
        AtomicInteger busy = new AtomicInteger();
        List<Callable<Void>> work = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            StrategyStore store = nodes.get(writer % nodes.size());
            String name = "w" + writer;
            work.add(() -> {
                for (int i = 0; i < writes; i++) {
                    try {
                        store.write(name, ManyWriters::raise);
                        acknowledged.incrementAndGet();
                        Once once = new Once(name, "/plans", "k" + i, "x");
                        store.writeOnce(name, once, ManyWriters::create);
                        created.incrementAndGet();
                        store.writeOnce(name, once, ManyWriters::create);
                    } catch (StoreBusy e) {
                        busy.incrementAndGet();
                    }
                }
                return null;
            });
        }
        finish(work, writers);
        check(nodes, acknowledged.get(), created.get(), busy.get());
        return new Outcome(acknowledged.get(), busy.get());
    }

    private static Plan raise(Draft draft) {
        Plan plan = draft.model().plan("PLAN-1").orElseThrow();
        return draft.put(Examples.plan("PLAN-1", Integer.toString(Integer.parseInt(plan.name()) + 1)));
    }

    private static Answer create(Draft draft) {
        Plan plan = draft.put(Examples.plan(draft.nextKey(Kind.PLAN), "created"));
        return new Answer(201, plan.key(), null, "{}");
    }

    private static void finish(List<Callable<Void>> work, int writers) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            for (Future<Void> each : threads.invokeAll(work)) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("a writer saw something else than busy", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static void check(List<StrategyStore> nodes, int raised, int created, int busy) {
        for (StrategyStore node : nodes) {
            Plan plan = node.model().plan("PLAN-1").orElseThrow();
            assertThat(plan.name()).isEqualTo(Integer.toString(raised));
            assertThat(plan.version()).isEqualTo(raised + 1);
            // a busy answer may come after the creation and before its repetition
            assertThat(node.model().plans()).hasSizeBetween(created + 1, created + 1 + busy);
            assertThat(node.model().version())
                    .isEqualTo(raised + node.model().plans().size());
            assertThat(node.verify()).isEqualTo(new Verification(node.model().version(), null));
        }
    }
}
