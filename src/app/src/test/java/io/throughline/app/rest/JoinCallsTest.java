package io.throughline.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.rest.App.Reply;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contributions and causes. OBJ-1 (of exec) is in PLAN-1, OBJ-2 and below it OBJ-3 in PLAN-2. */
class JoinCallsTest {
    private final App app = App.fresh().withSample();

    @BeforeEach
    void aBusinessUnitsPlan() {
        app.post("plans", "{'name':'Unit','start':'2026-01-01','end':'2026-12-31','parent':'PLAN-1'}")
                .expect(201);
        app.post("themes", "{'plan':'PLAN-2','name':'Unit theme'}").expect(201);
        app.post("objectives", "{'theme':'TH-2','name':'Unit goal'}").expect(201);
        app.post("objectives", "{'parent':'OBJ-2','name':'Part of it'}").expect(201);
    }

    @Test
    void aContributionIsShownWithItsNumbersUnderWhatItCountsFor() {
        app.post("links", "{'objective':'OBJ-2','target':{'kind':'ISSUE','ref':'ABC-2'}}")
                .expect(201);
        Reply created = app.post("contributions", "{'from':'OBJ-2','to':'OBJ-1','weight':2}")
                .expect(201);

        JsonNode objective = app.get("plans/PLAN-1/tree").json().at("/themes/0/objectives/0");

        assertThat(created.header("Location")).endsWith("/contributions/1");
        assertThat(objective.at("/contributed/0/from").textValue()).isEqualTo("OBJ-2");
        assertThat(objective.at("/contributed/0/name").textValue()).isEqualTo("Unit goal");
        assertThat(objective.at("/contributed/0/plan").textValue()).isEqualTo("PLAN-2");
        assertThat(objective.at("/contributed/0/delivery/total").intValue()).isEqualTo(1);
        assertThat(objective.at("/delivery/total").intValue()).isEqualTo(2);
        assertThat(app.get("contributions?plan=PLAN-1").json().get("total").intValue())
                .isEqualTo(1);
        assertThat(app.get("contributions?plan=PLAN-2").json().get("total").intValue())
                .isEqualTo(1);
        assertThat(app.get("contributions?objective=OBJ-3").json().get("total").intValue())
                .isZero();
    }

    @Test
    void whatTakesNoPartIsNotShownAsAContributionAndTheTreeAnswers() {
        app.post("contributions", "{'from':'OBJ-2','to':'OBJ-1'}").expect(201);
        app.post("contributions", "{'from':'OBJ-3','to':'OBJ-1'}").expect(201);
        ObjectNode given = (ObjectNode) app.get("objectives/OBJ-2").json();

        app.put("objectives/OBJ-2", given.put("state", "ABANDONED").toString(), 1)
                .expect(200);

        assertThat(contributed()).containsExactly("OBJ-3");
        ObjectNode unit = (ObjectNode) app.get("plans/PLAN-2").json();
        app.put("plans/PLAN-2", unit.put("state", "DRAFT").toString(), 1).expect(200);
        assertThat(contributed()).isEmpty();
    }

    private List<String> contributed() {
        JsonNode objective = app.get("plans/PLAN-1/tree").expect(200).json().at("/themes/0/objectives/0");
        return objective.get("contributed").findValuesAsText("from");
    }

    @Test
    void aRingIsRefusedWithItsPath() {
        app.post("contributions", "{'from':'OBJ-2','to':'OBJ-1'}").expect(201);

        Reply ring = app.post("contributions", "{'from':'OBJ-1','to':'OBJ-3'}").expect(409);
        Reply self = app.post("contributions", "{'from':'OBJ-1','to':'OBJ-1'}").expect(409);

        assertThat(ring.json().get("code").textValue()).isEqualTo("CYCLE");
        assertThat(ring.json().at("/params/path").toString()).isEqualTo("[\"OBJ-1\",\"OBJ-2\",\"OBJ-3\",\"OBJ-1\"]");
        assertThat(self.json().at("/params/path").toString()).isEqualTo("[\"OBJ-1\",\"OBJ-1\"]");
    }

    @Test
    void theSameContributionTwiceIsAConflict() {
        app.post("contributions", "{'from':'OBJ-2','to':'OBJ-1'}").expect(201);

        assertThat(app.post("contributions", "{'from':'OBJ-2','to':'OBJ-1','weight':3}")
                        .expect(409)
                        .json()
                        .get("code")
                        .textValue())
                .isEqualTo("ALREADY_CONTRIBUTES");
    }

    @Test
    void weightsAreAboveZeroAndUnknownObjectivesAreNamed() {
        Reply refused = app.post("contributions", "{'from':'OBJ-77','weight':0,'by':'me'}")
                .expect(400);

        assertThat(refused.json().get("errors").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("from", "to", "weight", "by");
    }

    @Test
    void aContributionIsDeletedAtItsVersion() {
        app.post("contributions", "{'from':'OBJ-2','to':'OBJ-1'}").expect(201);

        app.call("DELETE", "contributions/1", null).expect(428);
        app.delete("contributions/1", 7).expect(412);
        app.as("dev").delete("contributions/1", 1).expect(403);
        app.as("exec").delete("contributions/1", 1).expect(204); // owns OBJ-1
        app.get("contributions/1").expect(404);
    }

    @Test
    void whoOwnsNeitherMayNotJoin() {
        app.as("dev");
        app.post("contributions", "{'from':'OBJ-2','to':'OBJ-1'}").expect(403);
        app.post("causes", "{'cause':'OBJ-2','effect':'OBJ-1'}").expect(403);
        app.as("outsider").get("contributions").expect(403);
    }

    @Test
    void aContributionGoesWithItsObjective() {
        app.post("contributions", "{'from':'OBJ-2','to':'OBJ-1'}").expect(201);
        app.post("causes", "{'cause':'OBJ-3','effect':'OBJ-1'}").expect(201);

        app.call("DELETE", "objectives/OBJ-2?cascade=true", null, "If-Match", "\"1\"")
                .expect(204);

        app.get("contributions/1").expect(404);
        app.get("causes/1").expect(404);
    }

    @Test
    void arrowsDoNotRunInACircle() {
        app.post("causes", "{'cause':'OBJ-1','effect':'OBJ-2'}").expect(201);
        app.post("causes", "{'cause':'OBJ-2','effect':'OBJ-3'}").expect(201);

        Reply ring = app.post("causes", "{'cause':'OBJ-3','effect':'OBJ-1'}").expect(409);

        assertThat(ring.json().at("/params/path").toString()).isEqualTo("[\"OBJ-3\",\"OBJ-1\",\"OBJ-2\",\"OBJ-3\"]");
        app.post("causes", "{'cause':'OBJ-1','effect':'OBJ-1'}").expect(409);
        app.post("causes", "{'cause':'OBJ-1','effect':'OBJ-2'}").expect(409);
        app.post("causes", "{'cause':'OBJ-1','effect':'OBJ-3'}").expect(201);
        assertThat(app.get("causes").json().get("total").intValue()).isEqualTo(3);
    }

    @Test
    void aPlanUnderItselfIsRefusedWithThePath() {
        Reply ring = app.post("plans/PLAN-1/move", "{'parent':'PLAN-2'}").expect(409);

        assertThat(ring.json().at("/params/path").toString()).isEqualTo("[\"PLAN-1\",\"PLAN-2\",\"PLAN-1\"]");
    }
}
