package io.throughline.app.rest;

import static io.throughline.app.rest.App.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.live.Drift;
import io.throughline.app.rest.App.Reply;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is read over REST: tree, scorecard, whom an issue serves, the change log, health. */
class ReadingCallsTest {
    private final App app = App.fresh();

    @Test
    void theTreeHoldsEverythingWithItsBlocks() {
        app.withSample();
        app.post("links", "{'objective':'OBJ-1','target':{'kind':'ISSUE','ref':'ABC-2'}}")
                .expect(201);

        JsonNode tree = app.get("plans/PLAN-1/tree").expect(200).json();

        JsonNode objective = tree.at("/themes/0/objectives/0");
        assertThat(objective.at("/delivery/total").intValue()).isEqualTo(2);
        assertThat(objective.at("/delivery/progress").doubleValue()).isEqualTo(0.5);
        assertThat(objective.at("/kpis/0/actual/value").doubleValue()).isEqualTo(1.5);
        assertThat(objective.at("/links/0/delivery/health").textValue()).isEqualTo("DONE");
        assertThat(tree.at("/delivery/items").intValue()).isEqualTo(2);
        assertThat(tree.has("indexing")).isFalse();
        app.get("plans/PLAN-9/tree").expect(404);
    }

    @Test
    void theScorecardGroupsByThemeOrPerspective() {
        app.withSample();

        JsonNode byTheme = app.get("plans/PLAN-1/scorecard").expect(200).json();
        assertThat(byTheme.at("/groups/0/rows/0/kpis/0/trend/0/value").doubleValue())
                .isEqualTo(1.5);
        assertThat(byTheme.at("/groups/0/owner/name").textValue()).isEqualTo("The pmo");
        JsonNode by = app.get("plans/PLAN-1/scorecard?groupBy=PERSPECTIVE")
                .expect(200)
                .json();
        assertThat(by.at("/groups")).hasSize(4);
        assertThat(by.at("/groups/2/rows/0/key").textValue()).isEqualTo("OBJ-1");
        app.get("plans/PLAN-1/scorecard?groupBy=x").expect(400);
    }

    @Test
    void whileJiraIsReadNoNumberAboutWorkIsShown() {
        app.withSample();
        app.work.ready = false;

        JsonNode tree = app.get("plans/PLAN-1/tree").expect(200).json();
        assertThat(tree.at("/indexing/indexed").intValue()).isEqualTo(4);
        assertThat(tree.get("delivery").isNull()).isTrue();
        assertThat(tree.get("signal").isNull()).isTrue();
        Reply later = app.get("objectives/OBJ-1/work").expect(503);
        assertThat(later.header("Retry-After")).isNotNull();
        assertThat(later.json().get("code").textValue()).isEqualTo("INDEXING");
        assertThat(later.json()).hasSize(2);
        app.get("work/ABC-1/alignment").expect(503);
        assertThat(app.get("health").expect(200).json().get("state").textValue())
                .isEqualTo("INDEXING");
    }

    @Test
    void anIssueSaysWhomItServes() {
        app.withSample();

        JsonNode found = app.get("work/ABC-1/alignment").expect(200).json();
        assertThat(found.toString())
                .isEqualTo(quoted("{'issue':'ABC-1','state':'ALIGNED','objectives':[{'key':'OBJ-1','name':'Objective',"
                        + "'plan':'PLAN-1','via':'SELF','viaRef':'ABC-1'}]}"));
        assertThat(app.get("objectives/OBJ-1/work")
                        .expect(200)
                        .json()
                        .at("/values/0/via")
                        .textValue())
                .isEqualTo("SELF");
        app.get("work/NO-1/alignment").expect(404);
    }

    @Test
    void theLogIsServedAndVerified() {
        app.withSample();

        JsonNode rows = app.get("changes?limit=200").expect(200).json();
        assertThat(rows.get("total").intValue()).isEqualTo(6);
        assertThat(rows.at("/values/0/before").isNull()).isTrue();
        assertThat(rows.at("/values/5/object").textValue()).isEqualTo("LINK-1");
        assertThat(app.get("changes/verification").expect(200).text())
                .startsWith(quoted("{'rows':6,'intact':true,'brokenAt':null,"));
        assertThat(app.get("changes?object=%00").expect(200).json().get("total").intValue())
                .isZero();
    }

    @Test
    void driftIsInTheHealthOnceSomebodyLooked() {
        assertThat(app.get("health").json().get("drift").isNull()).isTrue();

        app.work.drift = new Drift(Instant.parse("2026-07-01T03:17:20Z"), 11, 2);

        assertThat(app.get("health").json().get("drift").toString())
                .isEqualTo("{\"at\":\"2026-07-01T03:17:20Z\",\"compared\":11,\"found\":2}");
    }

    @Test
    void theHealthCountsWhatIsIndexedNowAndNotWhatTheFillFound() {
        App own = App.inTime();
        JsonNode filled = own.get("health").json();
        own.work.index.remove(1010);

        JsonNode later = own.get("health").json();

        assertThat(filled.get("indexed").intValue()).isEqualTo(11);
        assertThat(later.get("indexed").intValue()).isEqualTo(10);
        assertThat(later.get("total").intValue()).isEqualTo(10);
    }
}
