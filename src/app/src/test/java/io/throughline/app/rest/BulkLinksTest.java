package io.throughline.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.rest.App.Reply;
import org.junit.jupiter.api.Test;

/** Many links at once, and back. */
class BulkLinksTest {
    private static final String THREE = "{'objective':'OBJ-1','targets':[{'kind':'ISSUE','ref':'ABC-1'},"
            + "{'kind':'ISSUE','ref':'ABC-2'},{'kind':'ISSUE','ref':'abc-3'}]}";

    private final App app = App.fresh().withSample();

    private int links() {
        return app.get("links?objective=OBJ-1").json().get("total").intValue();
    }

    private JsonNode bulk(String body) {
        return app.post("links/bulk", body).expect(201).json();
    }

    @Test
    void aDryRunSaysWhatWouldHappenAndDoesNothing() {
        long before = app.get("changes").json().get("total").longValue();

        JsonNode foreseen =
                app.post("links/bulk?dryRun=true", THREE).expect(200).json();

        assertThat(foreseen.get("created")).hasSize(2);
        assertThat(foreseen.at("/created/0/id").isNull()).isTrue();
        assertThat(foreseen.at("/created/1/target/ref").textValue()).isEqualTo("ABC-3");
        assertThat(foreseen.get("alreadyLinked")).hasSize(1);
        assertThat(foreseen.get("undo").isNull()).isTrue();
        assertThat(foreseen.at("/before/delivery/total").intValue()).isEqualTo(1);
        assertThat(foreseen.at("/after/delivery/total").intValue()).isEqualTo(3);
        assertThat(app.get("changes").json().get("total").longValue()).isEqualTo(before);
        assertThat(links()).isEqualTo(1);
    }

    @Test
    void theRealRunDoesWhatTheDryRunSaid() {
        JsonNode foreseen = app.post("links/bulk?dryRun=true", THREE).json();
        JsonNode done = bulk(THREE);

        assertThat(done.get("before")).isEqualTo(foreseen.get("before"));
        assertThat(done.get("after")).isEqualTo(foreseen.get("after"));
        assertThat(done.at("/created/0/id").longValue()).isEqualTo(2);
        assertThat(app.get("plans/PLAN-1/tree").json().at("/themes/0/objectives/0/delivery"))
                .isEqualTo(done.at("/after/delivery"));
        // open are ABC-2, 4, 6, 8, 10 and SECRET-1; ABC-1 and 3 are done
        assertThat(done.at("/before/coverage").toString())
                .startsWith("{\"total\":6,\"aligned\":0,\"orphan\":6,\"exempt\":0,");
        assertThat(done.at("/after/coverage").toString())
                .startsWith("{\"total\":6,\"aligned\":1,\"orphan\":5,\"exempt\":0,");
        assertThat(done.at("/after/forecast/reason").textValue()).isNotEmpty();
    }

    @Test
    void oneWrongTargetStopsAllAndIsNamed() {
        Reply refused = app.post(
                        "links/bulk",
                        "{'objective':'OBJ-1','targets':[{'kind':'ISSUE','ref':'ABC-2'},{'kind':'ISSUE','ref':'NO-1'},{}]}")
                .expect(400);

        assertThat(refused.json().get("errors").fieldNames())
                .toIterable()
                .containsExactly("targets[1].ref", "targets[2].kind", "targets[2].ref");
        assertThat(links()).isEqualTo(1);
    }

    @Test
    void nothingNewIsNoBatch() {
        JsonNode done = app.post("links/bulk", "{'objective':'OBJ-1','targets':[{'kind':'ISSUE','ref':'ABC-1'}]}")
                .expect(200)
                .json();

        assertThat(done.get("created")).isEmpty();
        assertThat(done.get("undo").isNull()).isTrue();
    }

    @Test
    void whatIsThereTwiceIsLinkedOnce() {
        JsonNode done = bulk("{'objective':'OBJ-1','targets':[{'kind':'ISSUE','ref':'ABC-2'},"
                + "{'kind':'ISSUE','ref':'abc-2'},{'kind':'JQL','ref':'project = ABC'}]}");

        assertThat(done.get("created")).hasSize(2);
        assertThat(done.get("alreadyLinked")).hasSize(1);
        assertThat(done.at("/created/1/evaluatedAt").textValue()).isEqualTo("2026-07-01T10:00:00Z");
        assertThat(app.get("links/3").json().get("evaluatedAt").textValue()).isEqualTo("2026-07-01T10:00:00Z");
    }

    @Test
    void undoRemovesAllOfItOnce() {
        String undo = "links/undo/" + bulk(THREE).get("undo").longValue();

        JsonNode undone = app.post(undo, "{}").expect(200).json();

        assertThat(undone.toString()).isEqualTo("{\"removed\":[2,3],\"conflicts\":[]}");
        assertThat(links()).isEqualTo(1);
        assertThat(app.post(undo, "{}").expect(409).json().get("code").textValue())
                .isEqualTo("ALREADY_UNDONE");
    }

    @Test
    void undoLeavesWhatSomebodyChangedSince() {
        String undo = "links/undo/" + bulk(THREE).get("undo").longValue();
        app.as("exec"); // owns the objective
        app.put("links/2", "{'objective':'OBJ-1','target':{'kind':'ISSUE','ref':'ABC-2'},'weight':3}", 1)
                .expect(200);
        app.as("admin").delete("links/3", 1).expect(204);

        JsonNode undone = app.as("pmo").post(undo, "{}").expect(200).json();

        assertThat(undone.toString())
                .isEqualTo(
                        "{\"removed\":[],\"conflicts\":[{\"link\":2,\"by\":\"exec\"},{\"link\":3,\"by\":\"admin\"}]}");
        assertThat(links()).isEqualTo(2);
    }

    @Test
    void onlyWhoMayEditTheObjectiveMayLinkOrUndo() {
        app.post("objectives", "{'theme':'TH-1','name':'Of pmo'}").expect(201);
        String body = THREE.replace("OBJ-1", "OBJ-2");
        long undo = bulk(body).get("undo").longValue();

        app.as("exec");
        app.post("links/bulk", body).expect(403);
        app.post("links/bulk?dryRun=true", body).expect(403);
        app.post("links/undo/" + undo, "{}").expect(403);
        app.post("links/undo/4711", "{}").expect(404);
        app.as("outsider").post("links/bulk", body).expect(403);
    }

    @Test
    void aRepeatedCallGetsTheFirstAnswer() {
        Reply first = app.post("links/bulk", THREE, "Idempotency-Key", "once").expect(201);
        Reply again = app.post("links/bulk", THREE, "Idempotency-Key", "once").expect(201);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(links()).isEqualTo(3);
    }

    @Test
    void whileJiraIsReadTheNumbersAreUnknown() {
        app.work.ready = false;

        JsonNode done = bulk(THREE);

        assertThat(done.get("after").toString()).isEqualTo("{\"coverage\":null,\"delivery\":null,\"forecast\":null}");
    }

    @Test
    void aClosedPlanIsNotLinked() {
        app.put("plans/PLAN-1", "{'name':'Plan','start':'2026-01-01','end':'2026-12-31','state':'CLOSED'}", 1)
                .expect(200);

        app.post("links/bulk", THREE).expect(409);
    }
}
