package io.throughline.app.rest;

import static io.throughline.app.rest.App.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.rest.App.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How plans, themes, objectives, KPIs and links are made, read, replaced and deleted over REST. */
class ObjectCallsTest {
    private final App app = App.fresh();

    @Test
    void onlyWhatMakesSenseIsRequiredAndTheRestHasDefaults() {
        app.withSample();

        JsonNode plan = app.get("plans/PLAN-1").expect(200).json();
        assertThat(plan.toString())
                .isEqualTo(quoted("{'key':'PLAN-1','name':'Plan','vision':null,'mission':null,'start':'2026-01-01',"
                        + "'end':'2026-12-31','state':'ACTIVE','parent':null,'sizeMeasure':'COUNT','defaultSize':null,"
                        + "'thresholds':{'good':0.9,'warn':0.7},'scope':null,'version':1}"));
        JsonNode theme = app.get("themes/TH-1").expect(200).json();
        assertThat(theme.toString())
                .isEqualTo(quoted("{'key':'TH-1','plan':'PLAN-1','name':'Theme','description':null,'owner':'pmo',"
                        + "'weight':1,'position':0,'version':1,'ownerName':'The pmo','ownerActive':true}"));
        JsonNode objective = app.get("objectives/OBJ-1").expect(200).json();
        assertThat(objective.toString())
                .isEqualTo(quoted("{'key':'OBJ-1','theme':'TH-1','parent':null,'name':'Objective','description':null,"
                        + "'owner':'exec','perspective':'PROCESS','weight':1,'start':null,'due':null,'state':'ACTIVE',"
                        + "'position':0,'version':1,'ownerName':'The exec','ownerActive':true}"));
        JsonNode kpi = app.get("kpis/KPI-1").expect(200).json();
        assertThat(kpi.at("/source/kind").textValue()).isEqualTo("MANUAL");
        assertThat(kpi.at("/frequency").textValue()).isEqualTo("MONTHLY");
        assertThat(kpi.at("/attestation").textValue()).isEqualTo("NONE");
        JsonNode link = app.get("links/1").expect(200).json();
        assertThat(link.at("/target").toString())
                .isEqualTo(quoted("{'kind':'ISSUE','ref':'ABC-1','title':'Summary','level':0}"));
        assertThat(link.get("weight").isNull()).isTrue();
        assertThat(link.get("created").textValue()).isEqualTo("2026-04-01T12:00:00Z");
    }

    @Test
    void creatingAnswers201WithTheObjectItsPlaceAndItsVersion() {
        Reply reply = app.post("plans", "{'name':'Plan','start':'2026-01-01','end':'2026-12-31'}");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Location")).isEqualTo(App.BASE + "plans/PLAN-1");
        assertThat(reply.header("ETag")).isEqualTo("\"1\"");
        assertThat(reply.header("Content-Type")).startsWith("application/json");
        assertThat(reply.json()).isEqualTo(app.get("plans/PLAN-1").json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"plans/PLAN-1", "themes/TH-1", "objectives/OBJ-1", "kpis/KPI-1", "links/1"})
    void whatWasReadCanBeSentBackAndChangesNothing(String path) {
        app.withSample();
        Reply read = app.get(path).expect(200);
        assertThat(read.header("ETag")).isEqualTo("\"1\"");

        Reply same = app.call("PUT", path, read.text(), "If-Match", read.header("ETag"));

        assertThat(same.expect(200).json()).isEqualTo(read.json());
        assertThat(same.header("ETag")).isEqualTo("\"1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plans/PLAN-1", "themes/TH-1", "objectives/OBJ-1", "kpis/KPI-1"})
    void aChangeRaisesTheVersionByOne(String path) {
        app.withSample();
        ObjectNode body = (ObjectNode) app.get(path).json();

        Reply changed = app.put(path, body.put("name", "New").toString(), 1).expect(200);

        assertThat(changed.json().get("version").longValue()).isEqualTo(2);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(app.get(path).json().get("name").textValue()).isEqualTo("New");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plans/PLAN-1", "themes/TH-1", "objectives/OBJ-1", "kpis/KPI-1", "links/1"})
    void aWriteSaysWhichVersionItMeans(String path) {
        app.withSample();
        String body = app.get(path).text();

        for (String method : List.of("PUT", "DELETE")) {
            String sent = method.equals("PUT") ? body : null;
            Reply missing = app.call(method, path, sent).expect(428);
            assertThat(missing.json().get("code").textValue()).isEqualTo("IF_MATCH_MISSING");
            Reply stale = app.call(method, path, sent, "If-Match", "\"7\"").expect(412);
            assertThat(stale.json().at("/params/version").longValue()).isEqualTo(1);
            app.call(method, path, sent, "If-Match", "W/\"1\"").expect(412);
        }
        app.call("PUT", path, body, "If-Match", "\"9\", \"1\"").expect(200);
        app.call("PUT", path, body, "If-Match", "*").expect(200);
    }

    @Test
    void deletingAnswersNothingAndTheObjectIsGone() {
        app.withSample();

        assertThat(app.delete("links/1", 1).expect(204).text()).isEmpty();
        app.get("links/1").expect(404);
        app.delete("links/1", 1).expect(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plans/PLAN-1", "themes/TH-1", "objectives/OBJ-1", "kpis/KPI-1"})
    void whatHasChildrenGoesOnlyWithThem(String path) {
        app.withSample();

        assertThat(app.delete(path, 1).expect(409).json().get("code").textValue())
                .isEqualTo("HAS_CHILDREN");
        app.call("DELETE", path + "?cascade=true", null, "If-Match", "\"1\"").expect(204);

        app.get(path).expect(404);
        assertThat(app.store.verify().intact()).isTrue();
        if (!path.startsWith("kpis")) {
            assertThat(app.store.model().links()).isEmpty();
            assertThat(app.store.model().kpis()).isEmpty();
        }
    }

    @Test
    void deletingAPlanLeavesThePlansBelowIt() {
        app.withSample();
        app.post("plans", "{'name':'Unit','start':'2026-01-01','end':'2026-12-31','parent':'PLAN-1'}")
                .expect(201);

        app.delete("plans/PLAN-1", 1).expect(409);
        app.call("DELETE", "plans/PLAN-1?cascade=true", null, "If-Match", "\"1\"")
                .expect(204);

        assertThat(app.get("plans/PLAN-2").expect(200).json().get("parent").isNull())
                .isTrue();
    }

    @Test
    void aRepeatedPostGetsTheFirstAnswer() {
        String body = "{'name':'Plan','start':'2026-01-01','end':'2026-12-31'}";
        String sameJson = "{ 'end':'2026-12-31', 'start':'2026-01-01', 'name':'Plan' }";

        Reply first = app.post("plans", body, "Idempotency-Key", "k1").expect(201);
        app.put("plans/PLAN-1", body.replace("'Plan'", "'New'"), 1).expect(200);
        Reply again = app.post("plans", sameJson, "Idempotency-Key", "k1").expect(201);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo("\"1\"");
        assertThat(app.get("plans").json().get("total").intValue()).isEqualTo(1);
        Reply other = app.post("plans", body.replace("Plan", "Other"), "Idempotency-Key", "k1")
                .expect(409);
        assertThat(other.json().get("code").textValue()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        app.post("plans", body, "Idempotency-Key", "k2").expect(201);
        app.as("admin").post("plans", body, "Idempotency-Key", "k1").expect(201);
        assertThat(app.get("plans").json().get("total").intValue()).isEqualTo(3);
        app.post("plans", body, "Idempotency-Key", "k".repeat(256)).expect(400);
        app.post("plans", body, "Idempotency-Key", " ").expect(400);
    }
}
