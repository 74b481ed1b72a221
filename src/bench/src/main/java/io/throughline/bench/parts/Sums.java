package io.throughline.bench.parts;

import io.throughline.bench.World;
import io.throughline.core.scorecard.Moment;
import io.throughline.core.scorecard.Scoring;
import io.throughline.core.work.WorkRules;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The roll-up of twenty plans over the {@link Ground}, kept current. */
@State(Scope.Benchmark)
public class Sums {
    static final String PLAN = World.plan(1);

    Scoring scoring;

    /** Makes all sums. */
    @Setup
    public void rollUp(Ground ground) {
        scoring = new Scoring(Moment.of(ground.world.strategy(), ground.index.view(WorkRules.defaults()), Ground.TODAY))
                .follow();
    }
}
