package io.throughline.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody who left, or whose account was switched off, owns nothing any more; the name stays to be read. */
class OwnershipTest {
    private final App app = App.fresh().withSample();

    @AfterEach
    void everybodyComesBack() {
        app.users.deactivated.clear();
        app.users.gone.clear();
    }

    private JsonNode at(String path, String pointer) {
        return app.as("pmo").get(path).expect(200).json().at(pointer);
    }

    @ParameterizedTest
    @CsvSource({
        "objectives/OBJ-1, /ownerActive",
        "kpis/KPI-1, /ownerActive",
        "kpis?plan=PLAN-1, /values/0/ownerActive",
        "plans/PLAN-1/tree, /themes/0/objectives/0/ownerActive",
        "plans/PLAN-1/tree, /themes/0/objectives/0/kpis/0/ownerActive",
        "plans/PLAN-1/scorecard, /groups/0/rows/0/owner/active",
        "plans/PLAN-1/scorecard, /groups/0/rows/0/kpis/0/ownerActive"
    })
    void whereverAnOwnerIsToldItIsToldWhetherTheOwnerIsActive(String path, String pointer) {
        assertThat(at(path, pointer).booleanValue()).isTrue();

        app.users.deactivated.add("exec");

        assertThat(at(path, pointer).isBoolean()).isTrue();
        assertThat(at(path, pointer).booleanValue()).isFalse();
    }

    @Test
    void theNameOfADeactivatedOwnerStaysAndOfOneWhoIsGoneTheKey() {
        app.users.deactivated.add("exec");
        assertThat(at("kpis/KPI-1", "/ownerName").textValue()).isEqualTo("The exec");

        app.users.gone.add("exec");

        assertThat(at("kpis/KPI-1", "/ownerName").textValue()).isEqualTo("u-exec");
        assertThat(at("kpis/KPI-1", "/ownerActive").booleanValue()).isFalse();
    }

    @Test
    void nobodyIsNeitherActiveNorNot() {
        app.put("objectives/OBJ-1", "{'theme':'TH-1','name':'O','owner':null}", 1)
                .expect(200);

        assertThat(at("objectives/OBJ-1", "/ownerActive").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"deactivated", "gone"})
    void anOwnerWhoIsNotActiveHasNoRights(String how) {
        app.as("exec").put("kpis/KPI-1", app.get("kpis/KPI-1").text(), 1).expect(200);
        (how.equals("gone") ? app.users.gone : app.users.deactivated).add("exec");

        assertThat(app.as("exec").get("kpis/KPI-1").status()).isIn(401, 403);
        assertThat(app.put("kpis/KPI-1", "{}", 1).status()).isIn(401, 403);
        assertThat(app.post("kpis/KPI-1/actuals", "{'period':'2026-07-31','value':1}")
                        .status())
                .isIn(401, 403);
    }

    @Test
    void noRightIsLeftToLendToWhoStandsIn() {
        app.as("exec")
                .post("delegations", "{'to':'dev','from':'2026-01-01','until':'2027-12-31'}")
                .expect(201);
        app.as("dev")
                .post("kpis/KPI-1/actuals", "{'period':'2026-07-31','value':1}")
                .expect(201);

        app.users.deactivated.add("exec");

        app.as("dev")
                .post("kpis/KPI-1/actuals", "{'period':'2026-08-31','value':1}")
                .expect(403);
        assertThat(app.get("inbox").json().get("total").intValue()).isZero();
    }

    @Test
    void anInactiveOwnerMayStayAndCannotBeNamedAnew() {
        app.users.deactivated.add("exec");
        String objective = app.as("pmo").get("objectives/OBJ-1").text();
        app.put("objectives/OBJ-1", objective.replace("\"Objective\"", "\"Renamed\""), 1)
                .expect(200);

        JsonNode refused = app.put("themes/TH-1", "{'plan':'PLAN-1','name':'Theme','owner':'exec'}", 1)
                .expect(400)
                .json();

        assertThat(refused.at("/errors/owner").textValue()).contains("active");
        app.users.gone.add("exec");
        app.put("objectives/OBJ-1", app.get("objectives/OBJ-1").text().replace("Renamed", "Again"), 2)
                .expect(200);
    }

    @Test
    void aSheetSaysItBesideTheName() {
        app.users.deactivated.add("exec");

        assertThat(app.get("plans/PLAN-1/tree.csv").expect(200).text()).contains("The exec (no longer active)");
        assertThat(app.get("plans/PLAN-1/scorecard.csv").expect(200).text()).contains("The exec (no longer active)");
    }

    @Test
    void theLogNamesWhoDidItWithTheNameOfToday() {
        app.as("exec")
                .put("kpis/KPI-1", app.get("kpis/KPI-1").text().replace("\"KPI\"", "\"K\""), 1)
                .expect(200);
        JsonNode row = at("changes?object=KPI-1&limit=200", "/values/2");
        assertThat(row.get("actor").textValue()).isEqualTo("u-exec");
        assertThat(row.get("actorName").textValue()).isEqualTo("The exec");
        assertThat(row.get("actorActive").booleanValue()).isTrue();

        app.users.deactivated.add("exec");
        assertThat(at("changes?object=KPI-1", "/values/2/actorActive").booleanValue())
                .isFalse();
        app.users.gone.add("exec");
        assertThat(at("changes?object=KPI-1", "/values/2/actorName").textValue())
                .isEqualTo("u-exec");
    }
}
