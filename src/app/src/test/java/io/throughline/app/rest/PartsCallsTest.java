package io.throughline.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.rest.App.Reply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several answers in one are the same answers. */
class PartsCallsTest {
    private static final List<String> ALL = List.of(
            "plans/PLAN-1/scorecard?groupBy=THEME",
            "plans/PLAN-1/scorecard?groupBy=PERSPECTIVE",
            "plans/PLAN-1/scorecard?asOf=2026-07-01",
            "plans/PLAN-1/map",
            "plans/PLAN-1/tree",
            "plans/PLAN-1/tree?around=OBJ-1",
            "plans/PLAN-1/standing?since=2026-07-01",
            "plans/PLAN-1/changes?limit=2",
            "objectives/OBJ-1/card",
            "kpis/KPI-1/card",
            "orphans/summary?plan=PLAN-1&largest=3",
            "plans/PLAN-99/map",
            "objectives/OBJ-99/card",
            "kpis/KPI-1/card?asOf=tomorrow",
            "plans/PLAN-1/standing?since=2199-01-01");

    private final App app = App.fresh();

    @BeforeEach
    void aPlan() {
        app.withSample();
        app.post("links", "{'objective':'OBJ-1','target':{'kind':'ISSUE','ref':'SECRET-1'}}")
                .expect(201);
    }

    private Reply together(List<String> parts, String... headers) {
        return app.call(
                "GET",
                parts.stream()
                        .map(part -> "part=" + part.replace("?", "%3F").replace("&", "%26"))
                        .collect(Collectors.joining("&", "parts?", "")),
                null,
                headers);
    }

    private static List<JsonNode> parts(Reply reply) {
        return StreamSupport.stream(reply.json().get("parts").spliterator(), false)
                .toList();
    }

    /** References of failures are drawn anew each time. */
    private static String told(JsonNode body) {
        return body.toString().replaceAll("\"ref\":\"[0-9a-f]+\"", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pmo", "dev"})
    void eachPartIsWhatItIsAloneWhoeverAsks(String user) {
        app.as(user);

        List<JsonNode> parts = parts(together(ALL).expect(200));

        assertThat(parts.stream().map(each -> each.get("part").textValue())).containsExactlyElementsOf(ALL);
        for (JsonNode part : parts) {
            Reply alone = app.get(part.get("part").textValue());
            String name = user + " " + part.get("part").textValue();
            assertThat(part.get("status").intValue()).as(name).isEqualTo(alone.status());
            assertThat(told(part.get("body"))).as(name).isEqualTo(told(alone.json()));
            if (alone.status() == 200) {
                assertThat('"' + part.get("tag").textValue() + '"').as(name).isEqualTo(alone.header("ETag"));
            }
        }
        assertThat(parts.stream().filter(each -> each.get("status").intValue() == 200))
                .hasSize(11);
    }

    @Test
    void whatTheCallerHasComesWithoutBodyAndNothingComesWhenThereIsNothingElse() {
        List<String> good = ALL.subList(0, 11);
        List<String> tags = new ArrayList<>();
        parts(together(good)).forEach(part -> tags.add('"' + part.get("tag").textValue() + '"'));

        Reply all = together(good, "If-None-Match", String.join(", ", tags));
        assertThat(all.expect(304).text()).isEmpty();

        String one = tags.remove(3);
        List<JsonNode> most = parts(together(good, "If-None-Match", String.join(", ", tags)));
        List<Integer> statuses = new ArrayList<>(Collections.nCopies(11, 304));
        statuses.set(3, 200);
        assertThat(most.stream().map(each -> each.get("status").intValue())).containsExactlyElementsOf(statuses);
        assertThat(most.stream().filter(each -> each.has("body"))).hasSize(1);
        assertThat(one).contains(most.get(3).get("tag").textValue());
    }

    @Test
    void aChangeOfThePlanIsSeenInEachPartThatShowsIt() {
        List<String> shown = List.of("plans/PLAN-1/map", "plans/PLAN-1/changes", "objectives/OBJ-1/card");
        List<String> tags = new ArrayList<>();
        parts(together(shown)).forEach(part -> tags.add('"' + part.get("tag").textValue() + '"'));
        app.post("objectives", "{'theme':'TH-1','name':'New'}").expect(201);

        List<JsonNode> again = parts(together(shown, "If-None-Match", String.join(", ", tags)));

        assertThat(again)
                .allSatisfy(part -> assertThat(part.get("status").intValue()).isEqualTo(200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plans",
                "plans/PLAN-1",
                "plans/PLAN-1/delete",
                "settings",
                "export",
                "plans/PLAN-1/map/",
                "%25zz",
                "parts%3Fpart=plans/PLAN-1/map",
                "/plans/PLAN-1/map",
                "//",
                "%3F"
            })
    void whatIsNoPartIsABadPart(String part) {
        JsonNode refused = parts(
                        app.get("parts?part=plans/PLAN-1/map&part=" + part).expect(200))
                .get(1);

        assertThat(refused.get("status").intValue()).isEqualTo(400);
        assertThat(refused.at("/body/errors/part").textValue()).contains("scorecard");
    }

    @Test
    void nothingTooMuchAndTooLongAreBadQuestions() {
        List<String> many = new ArrayList<>();
        for (int at = 0; at <= PartsResource.MOST; at++) {
            many.add("kpis/KPI-" + at + "/card");
        }

        for (String path : List.of("parts", "parts?part=" + "x".repeat(301))) {
            assertThat(app.get(path).expect(400).json().at("/errors/part").isTextual())
                    .isTrue();
        }
        assertThat(together(many).expect(400).json().at("/errors/part").textValue())
                .contains("24");
        together(many.subList(1, many.size())).expect(200);
    }
}
