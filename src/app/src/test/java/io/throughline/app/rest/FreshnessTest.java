package io.throughline.app.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.throughline.app.MovableClock;
import io.throughline.app.rest.App.Reply;
import io.throughline.app.store.Json;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
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
    void anAnswerIsMadeOnceAMinuteWhileWhatItFollowsFromStays() {
        MovableClock clock = new MovableClock();
        Freshness freshness = new Freshness(clock);
        AtomicInteger made = new AtomicInteger();
        Function<String, String> ask = stamp -> new String(
                (byte[]) freshness
                        .answer(
                                mock(HttpHeaders.class),
                                stamp,
                                "at",
                                () -> Json.object()
                                        .put("number", made.incrementAndGet())
                                        .put("at", clock.instant().toString()))
                        .getEntity(),
                StandardCharsets.UTF_8);

        String first = ask.apply("one");
        assertThat(first).contains("\"number\":1", "\"at\":\"2026-04-01T12:00:00Z\"");
        clock.forward(Duration.ofSeconds(60));
        assertThat(ask.apply("one")).isEqualTo(first);
        assertThat(ask.apply("another")).contains("\"number\":2");
        clock.forward(Duration.ofMillis(1));
        assertThat(ask.apply("one")).contains("\"number\":3");
    }

    @Test
    void whoHasTheNewestIsToldSoEvenWhenItsBytesHadToGo() {
        Freshness freshness = new Freshness(new MovableClock());
        AtomicInteger made = new AtomicInteger();
        Function<String, Response> ask = stamp -> freshness.answer(
                mock(HttpHeaders.class),
                stamp,
                "at",
                () -> Json.object().put("text", stamp + "x".repeat(7_000_000)).put("number", made.incrementAndGet()));
        String tag = ask.apply("one").getEntityTag().getValue();
        for (int other = 0; other < 5; other++) {
            ask.apply("other" + other);
        }
        HttpHeaders headers = mock(HttpHeaders.class);
        when(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH)).thenReturn('"' + tag + '"');

        Response again = freshness.answer(headers, "one", "at", () -> {
            throw new AssertionError("made again");
        });

        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(ask.apply("one").getStatus()).isEqualTo(200);
        assertThat(made).as("the bytes are gone").hasValue(7);
    }

    @Test
    void answersThatCameOutTheSameAreKeptOnce() {
        Freshness freshness = new Freshness(new MovableClock());
        Function<String, Object> ask = stamp -> freshness
                .answer(
                        mock(HttpHeaders.class),
                        stamp,
                        "at",
                        () -> Json.object().put("text", "x".repeat(7_000_000)))
                .getEntity();
        for (int viewer = 0; viewer < 9; viewer++) {
            ask.apply("viewer" + viewer);
        }

        assertThat(ask.apply("viewer0")).isSameAs(ask.apply("viewer8"));
    }

    @Test
    void anAnswerThatIsTooLongToBeKeptIsMadeAgain() {
        Freshness freshness = new Freshness(new MovableClock());
        AtomicInteger made = new AtomicInteger();
        for (int time = 0; time < 2; time++) {
            freshness.answer(
                    mock(HttpHeaders.class),
                    "one",
                    "at",
                    () -> Json.object().put("text", "x".repeat(8_000_001)).put("number", made.incrementAndGet()));
        }

        assertThat(made).hasValue(2);
    }

    @Test
    void anOwnerWhoIsSwitchedOffIsNoOwnerInTheVeryNextAnswer() {
        app.post("objectives", "{'theme':'TH-1','name':'Theirs','owner':'dev'}").expect(201);
        assertThat(app.get("plans/PLAN-1/tree").text()).contains("\"ownerActive\":true");
        String before = app.get("plans/PLAN-1/tree").text();

        app.users.deactivated.add("dev");

        assertThat(app.get("plans/PLAN-1/tree").text()).isNotEqualTo(before).contains("\"ownerActive\":false");
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
