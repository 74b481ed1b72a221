package io.throughline.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.app.rest.App.Reply;
import org.junit.jupiter.api.Test;

/** Links to work over REST. */
class LinkCallsTest {
    private final App app = App.fresh();

    @Test
    void theSameTargetTwiceIsRefusedWhateverItIsCalled() {
        app.withSample();

        Reply again = app.post("links", "{'objective':'OBJ-1','target':{'kind':'ISSUE','ref':'OLD-1'}}")
                .expect(409);
        assertThat(again.json().get("code").textValue()).isEqualTo("ALREADY_LINKED");
        assertThat(again.json().at("/params/link").longValue()).isEqualTo(1);
        app.post("objectives", "{'theme':'TH-1','name':'Other'}").expect(201);
        app.post("links", "{'objective':'OBJ-2','target':{'kind':'ISSUE','ref':'abc-1'}}")
                .expect(201);
        app.post("links", "{'objective':'OBJ-1','target':{'kind':'PROJECT','ref':'ABC'}}")
                .expect(201);
        app.post("links", "{'objective':'OBJ-1','target':{'kind':'PROJECT','ref':'abc'}}")
                .expect(409);
    }

    @Test
    void aLinkToAQueryThatShrinksSaysSo() {
        app.withSample();
        String body = "{'objective':'OBJ-1','target':{'kind':'JQL','ref':'project = ABC and status = Open'}}";

        Reply created = app.post("links", body).expect(201);

        assertThat(created.json().at("/warnings/0/code").textValue()).isEqualTo("SHRINKS_WHEN_DONE");
        assertThat(created.json().get("evaluatedAt").textValue()).isEqualTo("2026-07-01T10:00:00Z");
        Reply refused = app.post("links", body.replace("project", "nonsense")).expect(400);
        assertThat(refused.json().at("/errors/target.ref").textValue()).contains("Field does not exist.");
    }

    @Test
    void aLinkToAQueryCountsWhatItFindsAndRunsAgainOnDemand() {
        app.withSample();
        app.post("objectives", "{'theme':'TH-1','name':'By query'}").expect(201);
        app.post("links", "{'objective':'OBJ-2','target':{'kind':'JQL','ref':'project = ABC'}}")
                .expect(201);

        assertThat(totalOfSecondObjective()).isEqualTo(2); // of ABC-1 to ABC-3, the first is linked itself
        Reply again = app.post("links/2/evaluation", "{}").expect(200);

        assertThat(again.json().get("evaluatedAt").textValue()).isEqualTo("2026-07-01T10:01:00Z");
        assertThat(totalOfSecondObjective()).isZero();
        app.post("links/2/evaluation", "{'force':true}").expect(400);
        app.as("exec").post("links/2/evaluation", "{}").expect(403);
    }

    @Test
    void aLinksWeightAndTargetCanBeReplaced() {
        app.withSample();

        Reply weight =
                app.put("links/1", "{'objective':'OBJ-1','target':{'kind':'ISSUE','ref':'ABC-1'},'weight':2.5}", 1);
        assertThat(weight.expect(200).json().get("weight").doubleValue()).isEqualTo(2.5);
        Reply target = app.put("links/1", "{'objective':'OBJ-1','target':{'kind':'ISSUE','ref':'ABC-2'}}", 2);
        assertThat(target.expect(200).json().at("/target/ref").textValue()).isEqualTo("ABC-2");
        assertThat(target.json().get("created").textValue()).isEqualTo("2026-04-01T12:00:00Z");
    }

    @Test
    void aRepeatedLinkIsTheSameLinkAndNoConflict() {
        app.withSample();
        String body = "{'objective':'OBJ-1','target':{'kind':'ISSUE','ref':'ABC-2'}}";

        app.post("links", body, "Idempotency-Key", "k").expect(201);
        Reply again = app.post("links", body, "Idempotency-Key", "k").expect(201);
        assertThat(again.json().get("id").longValue()).isEqualTo(2);
        app.post("links", body, "Idempotency-Key", "other").expect(409);
    }

    private int totalOfSecondObjective() {
        return app.get("plans/PLAN-1/tree")
                .json()
                .at("/themes/0/objectives/1/delivery/total")
                .intValue();
    }
}
