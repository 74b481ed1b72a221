package io.throughline.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.app.rest.App.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has the present answer already gets 304 and no body. */
class FreshnessTest {
    private final App app = App.fresh().withSample();

    private Reply again(String path, Reply before) {
        return app.call("GET", path, null, "If-None-Match", before.header("ETag"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"plans/PLAN-1/tree", "plans/PLAN-1/scorecard", "plans/PLAN-1/scorecard?groupBy=PERSPECTIVE"})
    void anUnchangedAnswerIsNotSentTwice(String path) {
        Reply first = app.get(path).expect(200);

        Reply second = again(path, first).expect(304);

        assertThat(second.text()).isEmpty();
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
    }

    @Test
    void aWriteChangesTheTag() {
        Reply first = app.get("plans/PLAN-1/tree");
        app.post("objectives", "{'theme':'TH-1','name':'New'}").expect(201);

        again("plans/PLAN-1/tree", first).expect(200);
    }

    @Test
    void anotherCallerIsAnotherAnswer() {
        app.post("links", "{'objective':'OBJ-1','target':{'kind':'ISSUE','ref':'SECRET-1'}}")
                .expect(201);
        Reply first = app.get("plans/PLAN-1/tree");

        app.as("dev");

        assertThat(again("plans/PLAN-1/tree", first).expect(200).text()).doesNotContain("SECRET");
    }

    @Test
    void whileJiraIsReadTheAnswerIsAnother() {
        Reply first = app.get("plans/PLAN-1/tree");
        app.work.ready = false;

        again("plans/PLAN-1/tree", first).expect(200);
    }

    @Test
    void aTagThatNobodyGaveIsNoHelp() {
        app.call("GET", "plans/PLAN-1/tree", null, "If-None-Match", "\"nonsense\"")
                .expect(200);
        app.as("outsider")
                .call("GET", "plans/PLAN-1/tree", null, "If-None-Match", "\"nonsense\"")
                .expect(403);
    }
}
