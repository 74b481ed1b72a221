package io.throughline.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.MovableClock;
import io.throughline.app.daily.AoDayRecords;
import io.throughline.app.daily.DayRecord;
import io.throughline.app.daily.DayRecords;
import io.throughline.app.daily.DaySection;
import io.throughline.app.exchange.Document;
import io.throughline.app.exchange.Exchange;
import io.throughline.core.strategy.Aggregate;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.KpiSource;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.WorkLink;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A strategy with everything in it leaves one database and comes into another, and is the same there. */
@Tag("slow")
class RoundTripTest {
    private static final long MOST = 64L << 20;

    private final MovableClock clock = new MovableClock();
    private final AtomicReference<String> noted = new AtomicReference<>();

    private final Map<StrategyStore, DayRecords> days = new IdentityHashMap<>();

    private StrategyStore on(TestDatabase database) {
        AuditTrail audit = new AuditTrail() {
            @Override
            public void noteHead(long seq, String hash) {
                noted.set("changed " + seq);
            }

            @Override
            public void noteImport(String actor, long seq, String hash) {
                noted.set(actor + " imported " + seq + " " + hash);
            }
        };
        StrategyStore store =
                new AoStrategyStore(database.activeObjects(), new LocalLocks(), audit, clock, Duration.ofSeconds(5));
        days.put(store, new AoDayRecords(database.activeObjects()));
        return store;
    }

    private Exchange exchange(StrategyStore store) {
        return new Exchange(store, List.of(new DaySection(days.get(store))), clock);
    }

    private String exported(StrategyStore store) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        exchange(store).leave().write(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void imported(StrategyStore into, String document) throws IOException {
        Exchange exchange = exchange(into);
        try (Document read =
                exchange.read(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), MOST, true)) {
            exchange.create("admin", read);
        }
    }

    /** Every kind, every source, every optional field once set and once not, things changed and things gone. */
    private static void fill(StrategyStore store) {
        store.write("pmo", draft -> {
            draft.put(Examples.plan(draft.nextKey(Kind.PLAN), "Plan"));
            draft.put(Examples.theme(draft.nextKey(Kind.THEME), "PLAN-1"));
            draft.put(Examples.objective(draft.nextKey(Kind.OBJECTIVE), "TH-1", null));
            draft.put(Examples.objective(draft.nextKey(Kind.OBJECTIVE), null, "OBJ-1"));
            draft.put(Examples.kpi(draft.nextKey(Kind.KPI), "OBJ-1"));
            draft.put(jql(draft.nextKey(Kind.KPI)));
            draft.put(Examples.actual("KPI-1", "2026-06-30"));
            draft.put(Examples.link(draft.nextNumber(Kind.LINK), "OBJ-1"));
            draft.put(new WorkLink(
                    draft.nextNumber(Kind.LINK),
                    "OBJ-2",
                    LinkTarget.jql("project = X AND \"ü\" ~ '\\n'"),
                    null,
                    draft.now(),
                    1));
            draft.put(Examples.contribution(draft.nextNumber(Kind.CONTRIBUTION), "OBJ-2", "OBJ-1"));
            draft.put(Examples.cause(draft.nextNumber(Kind.CAUSE), "OBJ-1", "OBJ-2"));
            draft.put(Examples.kept("OBJ-2"));
            draft.put(new LinkBatch(draft.nextNumber(Kind.BATCH), "OBJ-1", List.of(1L), false, 1));
            draft.put(Examples.exemption(draft.nextNumber(Kind.EXEMPTION)));
            draft.put(new ExemptionBatch(draft.nextNumber(Kind.EXEMPTION_BATCH), List.of(1L), false, 1));
            draft.put(new Delegation(
                    draft.nextNumber(Kind.DELEGATION),
                    "exec",
                    "pmo",
                    LocalDate.of(2026, 7, 1),
                    LocalDate.of(2026, 7, 14),
                    1));
            return draft.put(Examples.settings(draft.settings()));
        });
        store.write("exec", draft -> draft.put(Examples.plan("PLAN-1", "Renamed")));
        store.write("exec", draft -> {
            draft.put(Examples.actual("KPI-1", "2026-07-31"));
            draft.put(Examples.objective(draft.nextKey(Kind.OBJECTIVE), "TH-1", null));
            draft.remove(draft.model().causes().iterator().next());
            return draft.put(Examples.actual("KPI-2", "2026-05-31"));
        });
        store.write("pmo", draft -> {
            draft.remove(draft.model().objective("OBJ-3").orElseThrow());
            draft.remove(draft.model().actualsOf("KPI-1").get(0));
            return draft.put(Examples.theme("TH-1", "PLAN-1"));
        });
    }

    private static Kpi jql(String key) {
        Kpi full = Examples.kpi(key, null);
        return new Kpi(
                key,
                null,
                "Counted",
                null,
                null,
                io.throughline.core.strategy.Direction.MAINTAIN,
                null,
                null,
                List.of(),
                new io.throughline.core.strategy.Band(-1.5, 2, 0.1),
                full.frequency(),
                1,
                false,
                full.indicator(),
                null,
                full.attestation(),
                new KpiSource.Jql("type = Bug", Aggregate.SUM, "Story Points", "pmo"),
                1);
    }

    private static String canonical(String document) {
        ObjectNode json = Json.read(document);
        json.remove("exportedAt");
        return Json.canonical(json);
    }

    @Test
    void everyKindIsInTheExample() {
        try (TestDatabase h2 = TestDatabase.h2()) {
            StrategyStore store = on(h2);
            fill(store);

            for (Kind<?> kind : Kind.ALL) {
                boolean isGone = kind == Kind.CAUSE;
                assertThat(store.contents().all(kind).isEmpty() && !isGone)
                        .as("no %s in the example: a kind that was added belongs here", kind)
                        .isFalse();
            }
        }
    }

    @Test
    void fromH2ToPostgresAndBackItStaysTheSame() throws Exception {
        try (TestDatabase first = TestDatabase.h2();
                TestDatabase second = TestDatabase.postgres(Postgres.url(), Connection.TRANSACTION_READ_COMMITTED);
                TestDatabase third = TestDatabase.h2()) {
            StrategyStore origin = on(first);
            fill(origin);
            for (String day : List.of("2026-06-29", "2026-06-30")) {
                days.get(origin).keep(new DayRecord("PLAN-1", LocalDate.parse(day), clock.instant(), packed()));
            }
            String document = exported(on(first));
            assertThat(document).contains("\"days\":[{\"plan\":\"PLAN-1\",\"day\":\"2026-06-29\"");
            TestDatabase[] chain = {second, third};
            for (TestDatabase each : chain) {
                clock.set(clock.instant().plus(Duration.ofDays(1)));
                StrategyStore store = on(each);
                imported(store, exported(on(each == second ? first : second)));

                assertThat(noted.get())
                        .startsWith("admin imported " + store.model().version());
                assertThat(canonical(exported(store))).isEqualTo(canonical(document));
                assertThat(canonical(exported(on(each)))).as("another node").isEqualTo(canonical(document));
                assertThat(store.verify().intact())
                        .as(store.verify().toString())
                        .isTrue();
            }
            StrategyStore last = on(third);
            assertThat(last.model().plans())
                    .containsExactlyElementsOf(on(first).model().plans());
            assertThat(last.settings()).isEqualTo(on(first).settings());
            String next = last.tryOut(draft -> draft.nextKey(Kind.OBJECTIVE));
            assertThat(next).isEqualTo("OBJ-4");
            last.write("pmo", draft -> draft.put(Examples.actual("KPI-2", "2026-04-30")));
            assertThat(last.verify().intact()).isTrue();
        }
    }

    private static String packed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write("{\"nodes\":{},\"links\":{}}".getBytes(StandardCharsets.UTF_8));
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    @Test
    void whatFailsOnTheWayLeavesNothing() throws Exception {
        try (TestDatabase first = TestDatabase.h2();
                TestDatabase second = TestDatabase.h2()) {
            fill(on(first));
            String document = exported(on(first));
            StrategyStore store = on(second);
            Exchange exchange = exchange(store);
            try (Document read =
                    exchange.read(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), MOST, true)) {
                second.sql("ALTER TABLE \"@CHANGE_LOG\" RENAME TO \"GONE\"");
                org.assertj.core.api.Assertions.assertThatThrownBy(() -> exchange.create("admin", read))
                        .isInstanceOf(RuntimeException.class);
                second.sql("ALTER TABLE \"GONE\" RENAME TO \"@CHANGE_LOG\"");
            }

            assertThat(on(second).contents().all(Kind.PLAN)).isEmpty();
            imported(on(second), document);
            assertThat(canonical(exported(on(second)))).isEqualTo(canonical(document));
        }
    }

    /** Many values, with -Dthroughline.roundtrip.kpis=1000 as many as a large company has; how long it takes is printed, not judged. */
    @Test
    void tenThousandValuesLeaveAndComeBack() throws Exception {
        try (TestDatabase first = TestDatabase.h2();
                TestDatabase second = TestDatabase.h2()) {
            StrategyStore store = on(first);
            int kpis = Integer.getInteger("throughline.roundtrip.kpis", 100);
            store.write("pmo", draft -> {
                for (int i = 0; i < kpis; i++) {
                    draft.put(Examples.kpi(draft.nextKey(Kind.KPI), null));
                }
                return kpis;
            });
            for (int i = 1; i <= kpis; i++) {
                String kpi = "KPI-" + i;
                store.write("pmo", draft -> {
                    for (int month = 0; month < 100; month++) {
                        draft.put(Examples.actual(
                                kpi,
                                java.time.LocalDate.of(2010, 1, 31)
                                        .plusMonths(month)
                                        .toString()));
                    }
                    return kpi;
                });
            }
            Instant start = Instant.now();
            String document = exported(store);
            Instant out = Instant.now();
            imported(on(second), document);
            System.out.println(kpis * 100 + " values: " + document.length() + " bytes, out "
                    + Duration.between(start, out).toMillis() + " ms, in "
                    + Duration.between(out, Instant.now()).toMillis() + " ms");

            assertThat(canonical(exported(on(second)))).isEqualTo(canonical(document));
        }
    }
}
