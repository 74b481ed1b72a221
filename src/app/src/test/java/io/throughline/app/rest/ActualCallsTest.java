package io.throughline.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.rest.App.Reply;
import org.junit.jupiter.api.Test;

/** The values of KPIs over REST. */
class ActualCallsTest {
    private final App app = App.fresh();

    @Test
    void actualsAreEnteredCorrectedAndAttested() {
        app.withSample();

        assertThat(app.post("kpis/KPI-1/actuals", "{'period':'2026-06-30','value':2}")
                        .expect(409)
                        .json()
                        .get("code")
                        .textValue())
                .isEqualTo("PERIOD_TAKEN");
        Reply nearest = app.post("kpis/KPI-1/actuals", "{'period':'2026-06-29','value':2}")
                .expect(400);
        assertThat(nearest.json().at("/errors/period").textValue()).contains("2026-06-30");
        app.post("kpis/KPI-1/actuals/2026-06-30/attestation", "{'statement':'so it is'}")
                .expect(403);
        Reply attested = app.as("exec").post("kpis/KPI-1/actuals/2026-06-30/attestation", "{'statement':'so it is'}");
        assertThat(attested.expect(201).json().get("attestedBy").textValue()).isEqualTo("exec");
        assertThat(attested.header("Location")).isEqualTo(App.BASE + "kpis/KPI-1/actuals/2026-06-30");
        app.post("kpis/KPI-1/actuals/2026-06-30/attestation", "{}").expect(409);
        app.post("kpis/KPI-1/actuals", "{'period':'2026-07-31','value':1.75,'note':'better'}")
                .expect(201);

        Reply corrected = app.as("pmo")
                .call("PUT", "kpis/KPI-1/actuals/2026-06-30", "{'value':1.6}")
                .expect(200);
        assertThat(corrected.json().get("attestedBy").isNull()).isTrue();
        JsonNode all = app.get("kpis/KPI-1/actuals").expect(200).json();
        assertThat(all.get("values"))
                .extracting(each -> each.get("period").textValue())
                .containsExactly("2026-07-31", "2026-06-30");
        assertThat(all.at("/values/1/enteredBy").textValue()).isEqualTo("pmo");
        assertThat(app.get("changes?object=KPI-1/2026-06-30")
                        .json()
                        .get("total")
                        .intValue())
                .isEqualTo(3);
        app.call("PUT", "kpis/KPI-1/actuals/2026-01-31", "{'value':1}").expect(404);
        app.call("PUT", "kpis/KPI-1/actuals/nonsense", "{'value':1}").expect(404);
    }
}
