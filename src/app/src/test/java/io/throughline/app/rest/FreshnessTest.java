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

    private static final HttpHeaders NOTHING = mock(HttpHeaders.class);

    private static HttpHeaders having(Response answer) {
        HttpHeaders headers = mock(HttpHeaders.class);
        when(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH))
                .thenReturn('"' + answer.getEntityTag().getValue() + '"');
        return headers;
    }

    private static String text(Response answer) {
        return new String((byte[]) answer.getEntity(), StandardCharsets.UTF_8);
    }

    /** Something long that says how often it was made. */
    private static Part counting(String stamp, int length, AtomicInteger made) {
        return new Part(
                stamp,
                1,
                () -> Json.object()
                        .put("text", stamp + "x".repeat(length))
                        .put("number", made.incrementAndGet())
                        .put(Part.VERSION, 1));
    }

    @Test
    void anAnswerIsMadeOnceAMinuteWhileWhatItFollowsFromStays() {
        MovableClock clock = new MovableClock();
        Freshness freshness = new Freshness(clock);
        AtomicInteger made = new AtomicInteger();
        Function<String, String> ask = stamp -> text(freshness.answer(
                NOTHING,
                new Part(
                        stamp,
                        7,
                        () -> Json.object()
                                .put("number", made.incrementAndGet())
                                .put(Part.VERSION, 7)
                                .put(Part.MOMENT, clock.instant().toString()))));

        String first = ask.apply("one");
        assertThat(first).isEqualTo("{\"at\":\"2026-04-01T12:00:00Z\",\"modelVersion\":7,\"number\":1}");
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
        Response first = freshness.answer(NOTHING, counting("one", 7_000_000, made));
        for (int other = 0; other < 5; other++) {
            freshness.answer(NOTHING, counting("other" + other, 7_000_000, made));
        }

        Response again = freshness.answer(having(first), new Part("one", 1, () -> {
            throw new AssertionError("made again");
        }));

        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(freshness.answer(NOTHING, counting("one", 7_000_000, made)).getStatus())
                .isEqualTo(200);
        assertThat(made).as("the bytes are gone").hasValue(7);
    }

    @Test
    void answersThatCameOutTheSameAreKeptOnce() {
        Freshness freshness = new Freshness(new MovableClock());
        AtomicInteger made = new AtomicInteger();
        for (int time = 0; time < 2; time++) {
            for (int viewer = 0; viewer < 9; viewer++) {
                freshness.answer(NOTHING, new Part("viewer" + viewer, 1, () -> {
                    made.incrementAndGet();
                    return Json.object().put("text", "x".repeat(7_000_000)).put(Part.VERSION, 1);
                }));
            }
        }

        assertThat(made).as("nine of them would not have fitted").hasValue(9);
    }

    @Test
    void anAnswerThatIsTooLongToBeKeptIsMadeAgain() {
        Freshness freshness = new Freshness(new MovableClock());
        AtomicInteger made = new AtomicInteger();
        for (int time = 0; time < 2; time++) {
            freshness.answer(NOTHING, counting("one", 8_000_001, made));
        }

        assertThat(made).hasValue(2);
    }

    @Test
    void aChangeElsewhereIsAnotherVersionOfTheSameAnswer() {
        Freshness freshness = new Freshness(new MovableClock());
        AtomicInteger made = new AtomicInteger();
        Response first = freshness.answer(NOTHING, counting("one", 1, made));
        Part later = new Part("one", 2, () -> {
            throw new AssertionError("made again");
        });

        assertThat(text(first)).startsWith("{\"modelVersion\":1,");
        assertThat(text(freshness.answer(NOTHING, later))).startsWith("{\"modelVersion\":2,");
        assertThat(freshness.answer(having(first), later).getStatus())
                .as("who watches has it already")
                .isEqualTo(304);
        Response exactly = freshness.exactly(having(first), later);
        assertThat(text(exactly)).as("who says of which version it is").startsWith("{\"modelVersion\":2,");
        assertThat(freshness.exactly(having(exactly), later).getStatus()).isEqualTo(304);
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
