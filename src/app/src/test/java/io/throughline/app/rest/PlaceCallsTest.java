package io.throughline.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.rest.App.Reply;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where objects stand: below what, in which order, and how they are moved. */
class PlaceCallsTest {
    private final App app = App.fresh();

    @Test
    void aPlanIsNotItsOwnAncestor() {
        app.withSample();
        app.post("plans", "{'name':'Unit','start':'2026-01-01','end':'2026-12-31','parent':'PLAN-1'}")
                .expect(201);
        String body = "{'name':'Plan','start':'2026-01-01','end':'2026-12-31','parent':'PLAN-2'}";

        Reply refused = app.put("plans/PLAN-1", body, 1).expect(409);

        assertThat(refused.json().get("code").textValue()).isEqualTo("CYCLE");
        assertThat(refused.json().at("/params/path").toString()).isEqualTo("[\"PLAN-1\",\"PLAN-2\",\"PLAN-1\"]");
    }

    @Test
    void anObjectiveIsNotBelowItself() {
        app.withSample();
        app.post("objectives", "{'parent':'OBJ-1','name':'Below'}").expect(201);

        Reply move = app.post("objectives/OBJ-1/move", "{'parent':'OBJ-2'}").expect(409);
        assertThat(move.json().get("code").textValue()).isEqualTo("CYCLE");
        app.post("objectives/OBJ-1/move", "{'parent':'OBJ-1'}").expect(409);
        app.put("objectives/OBJ-1", "{'parent':'OBJ-2','name':'x'}", 1).expect(409);
    }

    @Test
    void objectivesDoNotNestWithoutEnd() {
        app.withSample();
        for (int i = 1; i < 20; i++) {
            app.post("objectives", "{'parent':'OBJ-" + i + "','name':'n'}").expect(201);
        }

        Reply refused = app.post("objectives", "{'parent':'OBJ-20','name':'n'}").expect(409);
        assertThat(refused.json().get("code").textValue()).isEqualTo("TOO_DEEP");
    }

    @Test
    void aSubObjectiveShowsTheThemeOfItsParentWhereverThatIs() {
        app.withSample();
        app.post("themes", "{'plan':'PLAN-1','name':'Second'}").expect(201);
        app.post("objectives", "{'parent':'OBJ-1','theme':'TH-1','name':'Below'}")
                .expect(201);
        assertThat(app.get("objectives/OBJ-2").json().get("theme").textValue()).isEqualTo("TH-1");

        app.post("objectives/OBJ-1/move", "{'parent':'TH-2'}").expect(200);

        JsonNode below = app.get("objectives/OBJ-2").json();
        assertThat(below.get("theme").textValue()).isEqualTo("TH-2");
        assertThat(below.get("version").longValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0,O4 O1 O2 O3", "1,O1 O4 O2 O3", "2,O1 O2 O4 O3", "3,O1 O2 O3 O4", "99,O1 O2 O3 O4"})
    void movingPutsAnObjectAtAnIndexAndChangesNoOther(int position, String order) {
        siblings(4);

        Reply moved = app.post("objectives/OBJ-4/move", "{'position':" + position + "}")
                .expect(200);

        assertThat(names()).isEqualTo(order);
        assertThat(moved.json().get("position").intValue()).isEqualTo(Math.min(position, 3));
        assertThat(app.get("objectives?theme=TH-1").json().get("values"))
                .filteredOn(each -> !each.get("key").textValue().equals("OBJ-4"))
                .allMatch(each -> each.get("version").longValue() == 1);
    }

    @Test
    void thereIsAlwaysRoomBetweenTwoSiblings() {
        siblings(3);

        for (int i = 0; i < 40; i++) {
            String last = app.get("plans/PLAN-1/tree")
                    .json()
                    .at("/themes/0/objectives/2/key")
                    .textValue();
            Reply moved =
                    app.post("objectives/" + last + "/move", "{'position':1}").expect(200);
            assertThat(moved.json().get("position").intValue()).isEqualTo(1);
        }
        assertThat(names()).hasSize(8);
    }

    @Test
    void aRepeatedMoveGetsTheFirstAnswer() {
        siblings(3);

        Reply first = app.post("objectives/OBJ-3/move", "{'position':0}", "Idempotency-Key", "k")
                .expect(200);
        app.post("objectives/OBJ-3/move", "{'position':2}").expect(200);
        Reply again = app.post("objectives/OBJ-3/move", "{'position':0}", "Idempotency-Key", "k")
                .expect(200);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(names()).isEqualTo("O1 O2 O3");
    }

    @Test
    void themesAndKpisMoveToo() {
        app.withSample();
        app.post("plans", "{'name':'Other','start':'2026-01-01','end':'2026-12-31'}")
                .expect(201);
        app.post("themes", "{'plan':'PLAN-2','name':'There'}").expect(201);
        app.post("objectives", "{'theme':'TH-2','name':'Other'}").expect(201);

        Reply theme =
                app.post("themes/TH-1/move", "{'parent':'PLAN-2','position':0}").expect(200);
        assertThat(theme.json().get("plan").textValue()).isEqualTo("PLAN-2");
        assertThat(theme.json().get("position").intValue()).isZero();
        assertThat(app.post("kpis/KPI-1/move", "{'parent':'OBJ-2'}")
                        .expect(200)
                        .json()
                        .get("objective")
                        .textValue())
                .isEqualTo("OBJ-2");
        assertThat(app.post("plans/PLAN-2/move", "{'parent':'PLAN-1'}")
                        .expect(200)
                        .json()
                        .get("parent")
                        .textValue())
                .isEqualTo("PLAN-1");
        app.post("themes/TH-1/move", "{'parent':'OBJ-2'}").expect(400);
        app.post("themes/TH-1/move", "{}").expect(400);
        app.call("POST", "themes/TH-1/move", "{'position':0}", "If-Match", "\"1\"")
                .expect(412);
    }

    private void siblings(int count) {
        app.post("plans", "{'name':'Plan','start':'2026-01-01','end':'2026-12-31'}")
                .expect(201);
        app.post("themes", "{'plan':'PLAN-1','name':'Theme'}").expect(201);
        for (int i = 1; i <= count; i++) {
            app.post("objectives", "{'theme':'TH-1','name':'O" + i + "'}").expect(201);
        }
    }

    private String names() {
        List<String> names = new ArrayList<>();
        int index = 0;
        for (JsonNode each : app.get("plans/PLAN-1/tree").expect(200).json().at("/themes/0/objectives")) {
            assertThat(each.get("position").intValue()).isEqualTo(index++);
            names.add(each.get("name").textValue());
        }
        return String.join(" ", names);
    }
}
