package io.throughline.app.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.store.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A value is tried before it is entered: what it makes is said, and whether it is likely. It is never refused for that. */
class UnlikelyValueTest {
    private static final String ACTUALS = "kpis/KPI-1/actuals";

    private final App app = App.fresh().withSample();

    @BeforeEach
    void fourMonthsBeforeJune() {
        app.post(
                        ACTUALS + "/import",
                        Json.write(Json.object()
                                .put("text", "2026-02-28;1.1\n2026-03-31;1.2\n2026-04-30;1.3\n2026-05-31;1.4")))
                .expect(201);
    }

    @Test
    void aDryRunSaysWhatAValueMakesAndStoresNothing() {
        long before = app.store.model().version();

        JsonNode tried = app.post(ACTUALS + "?dryRun=true", "{'period':'2026-07-31','value':15}")
                .expect(200)
                .json();

        assertThat(tried.at("/unlikely/last").doubleValue()).isEqualTo(1.5);
        assertThat(tried.at("/unlikely/usual").doubleValue()).isCloseTo(0.1, within(1e-9));
        assertThat(tried.at("/unlikely/times").doubleValue()).isCloseTo(135, within(1e-6));
        assertThat(tried.get("health").textValue()).isEqualTo("GREEN");
        assertThat(app.store.model().version()).isEqualTo(before);
        app.get(ACTUALS + "/2026-07-31").expect(404);
    }

    @Test
    void aLikelyValueIsNotQuestionedAndAnUnlikelyOneIsEnteredAllTheSame() {
        assertThat(app.post(ACTUALS + "?dryRun=true", "{'period':'2026-07-31','value':1.6}")
                        .expect(200)
                        .json()
                        .get("unlikely")
                        .isNull())
                .isTrue();

        assertThat(app.post(ACTUALS, "{'period':'2026-07-31','value':15}")
                        .expect(201)
                        .json()
                        .get("unlikely")
                        .isNull())
                .isFalse();
    }

    @Test
    void aCorrectionIsTriedTheSameWay() {
        JsonNode tried = app.call("PUT", ACTUALS + "/2026-06-30?dryRun=true", "{'value':-9}")
                .expect(200)
                .json();

        assertThat(tried.at("/unlikely/last").doubleValue()).isEqualTo(1.4);
        assertThat(app.get(ACTUALS + "/2026-06-30").json().get("value").doubleValue())
                .isEqualTo(1.5);
    }

    @Test
    void whatWouldBeRefusedIsRefusedInADryRunToo() {
        app.post(ACTUALS + "?dryRun=true", "{'period':'2026-06-30','value':1}").expect(409);
        app.post(ACTUALS + "?dryRun=true", "{'period':'2026-06-29','value':1}").expect(400);
        app.post(ACTUALS + "?dryRun=maybe", "{'period':'2026-07-31','value':1}").expect(400);
        app.as("dev")
                .post(ACTUALS + "?dryRun=true", "{'period':'2026-07-31','value':1}")
                .expect(403);
    }

    @Test
    void pastedLinesAreJudgedByEachOther() {
        String text = "2026-07-31;1.6\n2026-08-31;16\n2026-09-30;16.1";

        JsonNode preview = app.post(
                        ACTUALS + "/import?dryRun=true",
                        Json.write(Json.object().put("text", text)))
                .expect(200)
                .json();

        assertThat(preview.at("/created/0/unlikely").isNull()).isTrue();
        assertThat(preview.at("/created/1/unlikely/last").doubleValue()).isEqualTo(1.6);
        assertThat(preview.at("/created/2/unlikely").isNull()).isTrue();
    }
}
