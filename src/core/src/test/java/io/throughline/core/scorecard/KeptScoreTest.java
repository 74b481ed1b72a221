package io.throughline.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.core.World;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who waits for whom over the score of one plan. */
@Timeout(60)
class KeptScoreTest {
    private final PlanScore first = World.small().scoring().plan("PLAN-1");
    private final PlanScore second = World.small().scoring().plan("PLAN-1");
    private final KeptScore kept = new KeptScore();
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void itIsMadeAnewOnlyWhenThePlanWasTouchedAndThenFromTheSameOutcomes() {
        assertThat(kept.score(1, outcome -> {
                    assertThat(outcome).isNull();
                    return first;
                }))
                .isSameAs(first);
        assertThat(kept.score(1, outcome -> second)).isSameAs(first);
        assertThat(kept.score(2, outcome -> {
                    assertThat(outcome).isSameAs(first.outcomes());
                    return second;
                }))
                .isSameAs(second);
    }

    @Test
    void manyWhoWantItAtOnceHaveItMadeOnce() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CompletableFuture<PlanScore> one = CompletableFuture.supplyAsync(() -> kept.score(1, outcome -> {
            made.incrementAndGet();
            begun.countDown();
            await(mayEnd);
            return first;
        }));
        begun.await();
        CompletableFuture<PlanScore> other = CompletableFuture.supplyAsync(() -> kept.score(1, outcome -> {
            made.incrementAndGet();
            return second;
        }));
        mayEnd.countDown();

        assertThat(one.get()).isSameAs(first);
        assertThat(other.get()).isSameAs(first);
        assertThat(made).hasValue(1);
    }

    @Test
    void theOneThatIsHandedOnGoesItsOwnWay() {
        kept.score(1, outcome -> first);
        KeptScore next = kept.handedOn();

        assertThat(next.score(2, outcome -> second)).isSameAs(second);
        assertThat(kept.score(1, outcome -> second)).isSameAs(first);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
