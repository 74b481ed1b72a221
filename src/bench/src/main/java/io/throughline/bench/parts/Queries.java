package io.throughline.bench.parts;

import io.throughline.bench.World;
import io.throughline.core.delivery.Rollup;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.WorkLink;
import io.throughline.core.work.QueryMembers;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A query was evaluated again: of 1,000 issues that it finds, ten are others than before. */
public class Queries {
    /** A link to a query, what it finds, and sums that follow it. */
    @State(Scope.Benchmark)
    public static class Query {
        private static final int FOUND = 1_000;
        private static final int OTHERS = 10;
        private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

        private long link;
        private long[] ids;
        private QueryMembers now;
        private QueryMembers then;
        private Rollup rollup;

        /** Links an objective to a query and makes the sums. */
        @Setup
        public void evaluate(Ground ground) {
            World world = ground.world;
            link = world.links().size() + 1L;
            List<WorkLink> links = new ArrayList<>(world.links());
            links.add(new WorkLink(link, "OBJ-1", LinkTarget.jql("labels = growth"), null, NOW, 1));
            StrategyModel strategy = world.strategy().next(2).links(links).build();
            long[] all = new Random(7)
                    .longs(1, ground.items + 1L)
                    .distinct()
                    .limit(FOUND + OTHERS)
                    .toArray();
            ids = Arrays.copyOf(all, FOUND);
            now = QueryMembers.none().with(link, ids, NOW);
            then = now.with(link, Arrays.copyOfRange(all, OTHERS, FOUND + OTHERS), NOW);
            rollup = ground.index.reading(
                    () -> new Rollup(strategy, ground.index.view(), now, Ground.TODAY, ZoneOffset.UTC));
            rollup.follow();
        }

        private QueryMembers next() {
            QueryMembers next = then;
            then = now;
            now = next;
            return next;
        }
    }

    @Benchmark
    @Words("1,000 ids in no order taken over as what a query finds")
    public QueryMembers members(Query query) {
        return query.now.with(query.link, query.ids, Query.NOW);
    }

    @Benchmark
    @Words("ten of 1,000 issues that a query finds are others: all sums follow")
    public void sumsFollow(Query query) {
        query.rollup.advance(query.next(), Ground.TODAY, ZoneOffset.UTC);
    }
}
