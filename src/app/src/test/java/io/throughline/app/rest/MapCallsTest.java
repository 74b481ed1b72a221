package io.throughline.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** The strategy map over REST. */
class MapCallsTest {
    private final App app = App.fresh().withSample();

    private JsonNode map() {
        return app.get("plans/PLAN-1/map").expect(200).json();
    }

    @Test
    void aMapHasTheBlocksOfTheTreeAndAPlaceForEachCardAndArrow() {
        app.as("admin")
                .post("objectives", "{'theme':'TH-1','name':'Effect','perspective':'FINANCIAL'}")
                .expect(201);
        app.post("causes", "{'cause':'OBJ-1','effect':'OBJ-2'}").expect(201);

        JsonNode map = map();

        JsonNode node = app.get("plans/PLAN-1/tree").expect(200).json().at("/themes/0/objectives/0");
        assertThat(map.get("nodes"))
                .extracting(each -> each.get("key").textValue())
                .containsExactly("OBJ-1", "OBJ-2");
        assertThat(map.at("/nodes/0/outcome")).isEqualTo(node.get("outcome"));
        assertThat(map.at("/nodes/0/delivery")).isEqualTo(node.get("delivery"));
        assertThat(map.at("/nodes/0/signal")).isEqualTo(node.get("signal"));
        assertThat(map.at("/edges/0/cause").textValue()).isEqualTo("OBJ-1");
        assertThat(map.at("/edges/0/together").textValue()).isEqualTo("UNTOLD");
        assertThat(map.at("/layout/cards")).hasSize(2);
        assertThat(map.at("/layout/bands")).hasSize(4);
        assertThat(map.at("/layout/arrows/0/points").size()).isGreaterThanOrEqualTo(2);
        assertThat(map.get("withoutEffect")).isEmpty();
    }

    @Test
    void whatTakesNoPartIsNotOnTheMap() {
        app.as("admin")
                .post("objectives", "{'theme':'TH-1','name':'Draft','state':'DRAFT'}")
                .expect(201);
        app.post("causes", "{'cause':'OBJ-1','effect':'OBJ-2'}").expect(201);

        JsonNode map = map();

        assertThat(map.get("nodes")).hasSize(1);
        assertThat(map.get("edges")).isEmpty();
        assertThat(map.get("withoutEffect")).extracting(JsonNode::textValue).containsExactly("OBJ-1");
    }

    @Test
    void whoMayNotViewGetsNoMapAndAnAbsentPlanHasNone() {
        app.as("outsider").get("plans/PLAN-1/map").expect(403);
        app.as("exec").get("plans/PLAN-9/map").expect(404);
    }
}
