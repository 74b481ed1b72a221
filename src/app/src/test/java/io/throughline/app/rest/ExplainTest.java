package io.throughline.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Explanations over REST; that they are true is shown in core. */
class ExplainTest {
    private final App app = App.fresh().withSample();

    @Test
    void everyNumberOfANodeIsTakenApart() {
        JsonNode answer = app.get("explain/OBJ-1").expect(200).json();

        assertThat(answer.get("key").textValue()).isEqualTo("OBJ-1");
        assertThat(answer.get("plan").textValue()).isEqualTo("PLAN-1");
        assertThat(answer.get("at").textValue()).isNotEmpty();
        JsonNode progress = answer.get("numbers").get("delivery.progress");
        assertThat(progress.get("value").intValue()).isEqualTo(1);
        assertThat(progress.get("formula").textValue()).isEqualTo("sum(weight * value) / sum(weight)");
        assertThat(progress.at("/inputs/0/ref").textValue()).isEqualTo("LINK-1");
        assertThat(progress.at("/inputs/0/name").textValue()).isEqualTo("ABC-1");
        assertThat(progress.at("/inputs/0/weight").intValue()).isEqualTo(1);
        assertThat(progress.at("/inputs/0/adds").intValue()).isEqualTo(1);
        JsonNode hidden = answer.get("numbers").get("delivery.hidden");
        assertThat(hidden.get("value").intValue()).isZero();
        assertThat(hidden.at("/inputs/1/ref").textValue()).isEqualTo("browsable");
        assertThat(hidden.at("/inputs/1/value")).isEqualTo(hidden.at("/inputs/0/value"));
        JsonNode attainment = answer.get("numbers").get("outcome.attainment");
        assertThat(attainment.at("/inputs/0/ref").textValue()).isEqualTo("KPI-1");
        assertThat(attainment.at("/inputs/0/name").textValue()).isEqualTo("KPI");
        assertThat(attainment.at("/inputs/0/value").doubleValue()).isEqualTo(0.5);
        assertThat(answer.get("numbers").get("signal").get("value").textValue()).isEqualTo("REALIZING");
    }

    @Test
    void plansThemesKpisAndOrphanKpisAreTakenApartToo() {
        app.post(
                        "kpis",
                        "{'name':'Orphan','direction':'INCREASE','baseline':{'value':1,'date':'2026-01-01'},"
                                + "'target':{'value':2,'date':'2026-12-31'}}")
                .expect(201);
        app.post("kpis/KPI-2/actuals", "{'period':'2026-06-30','value':1.25}").expect(201);

        for (String key : new String[] {"PLAN-1", "TH-1", "KPI-1"}) {
            assertThat(app.get("explain/" + key)
                            .expect(200)
                            .json()
                            .at("/numbers")
                            .has("outcome.pace"))
                    .as(key)
                    .isTrue();
        }
        JsonNode orphan = app.get("explain/KPI-2").expect(200).json();
        assertThat(orphan.get("plan").isNull()).isTrue();
        assertThat(orphan.at("/numbers/outcome.attainment/value").doubleValue()).isEqualTo(0.25);
        app.get("explain/OBJ-77").expect(404);
        app.get("explain/LINK-1").expect(404);
    }

    @Test
    void whatWasLeftOutSaysWhyInTheReadersWords() {
        app.post("objectives", "{'parent':'OBJ-1','name':'Draft','state':'DRAFT'}")
                .expect(201);

        JsonNode left = app.get("explain/OBJ-1").json().at("/numbers/outcome.pace/leftOut/0");

        assertThat(left.get("ref").textValue()).isEqualTo("OBJ-2");
        assertThat(left.get("name").textValue()).isEqualTo("Draft");
        assertThat(left.get("code").textValue()).isEqualTo("DRAFT");
        assertThat(left.get("reason").textValue()).isEqualTo("it is a draft");
    }

    @Test
    void aLinkToWorkThatOneMayNotSeeHasNoName() {
        app.post("links", "{'objective':'OBJ-1','target':{'kind':'ISSUE','ref':'SECRET-1'}}")
                .expect(201);

        String seen = app.as("exec").get("explain/OBJ-1").expect(200).text();

        assertThat(seen).doesNotContain("SECRET").contains("LINK-2");
        assertThat(app.as("pmo").get("explain/OBJ-1").text()).contains("SECRET-1");
    }
}
