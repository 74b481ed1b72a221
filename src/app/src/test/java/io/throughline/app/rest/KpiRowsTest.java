package io.throughline.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.access.People.Person;
import io.throughline.app.store.Examples;
import io.throughline.app.store.Json;
import io.throughline.core.measures.OutcomeBlock;
import io.throughline.core.measures.OutcomeHealth;
import io.throughline.core.strategy.Actual;
import io.throughline.core.strategy.Aggregate;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.KpiSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A KPI's text is used again only while everything in it is the same. */
class KpiRowsTest {
    private static final OutcomeBlock OUTCOME = new OutcomeBlock(0.5, 0.5, 1.0, OutcomeHealth.GREEN, 1, 0, 0);
    private static final Optional<Person> MIRA = Optional.of(new Person("k1", "mira", "Mira", true));

    private final KpiRows rows = new KpiRows();
    private final Kpi kpi = kpi(new KpiSource.Manual());
    private final List<Actual> actuals = List.of();
    private int written;

    private static Kpi kpi(KpiSource source) {
        Kpi like = Examples.kpi("KPI-1", "OBJ-1");
        return new Kpi(
                like.key(),
                like.objective(),
                like.name(),
                like.description(),
                like.unit(),
                like.direction(),
                like.baseline(),
                like.target(),
                like.milestones(),
                like.band(),
                like.frequency(),
                like.weight(),
                like.critical(),
                like.indicator(),
                like.owner(),
                like.attestation(),
                source,
                like.version());
    }

    private JsonNode row(Kpi of, List<Actual> values, OutcomeBlock outcome, Optional<Person> owner) {
        return rows.row(of, values, outcome, owner, () -> Json.object().put("time", ++written));
    }

    @Test
    void theSameIsNotWrittenAgain() {
        JsonNode first = row(kpi, actuals, OUTCOME, MIRA);

        assertThat(row(kpi, actuals, OUTCOME, Optional.of(MIRA.get()))).isSameAs(first);
        assertThat(Json.write(Json.object().set("kpi", first))).isEqualTo("{\"kpi\":{\"time\":1}}");
    }

    @Test
    void whateverChangesIsWrittenAnew() {
        row(kpi, actuals, OUTCOME, MIRA);

        row(kpi(new KpiSource.Manual()), actuals, OUTCOME, MIRA);
        assertThat(written).isEqualTo(2);
        List<Actual> others = new ArrayList<>();
        Kpi same = kpi(new KpiSource.Manual());
        row(same, actuals, OUTCOME, MIRA);
        row(same, others, OUTCOME, MIRA);
        assertThat(written).isEqualTo(4);
        OutcomeBlock worse = new OutcomeBlock(0.4, 0.5, 0.8, OutcomeHealth.AMBER, 1, 0, 0);
        row(same, others, worse, MIRA);
        assertThat(written).isEqualTo(5);
        row(same, others, worse, Optional.of(new Person("k1", "mira", "Mira", false)));
        row(same, others, worse, Optional.empty());
        assertThat(written).isEqualTo(7);
    }

    @Test
    void aQueryIsShownToEachReaderAnew() {
        Kpi counted = kpi(new KpiSource.Jql("type = Bug", Aggregate.COUNT, null, "pmo"));

        row(counted, actuals, OUTCOME, MIRA);
        row(counted, actuals, OUTCOME, MIRA);

        assertThat(written).isEqualTo(2);
    }
}
