package io.throughline.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a project serves in a plan. ABC-1, 3, 5, 7 and 9 are done, the even ones to 10 open; OBJ-1 is linked to ABC-1. */
class ProjectServingTest {
    private App app;

    @BeforeEach
    void withAPlan() {
        app = App.fresh().withSample();
    }

    private JsonNode serving(String project) {
        return app.get("coverage/serving?plan=PLAN-1&project=" + project)
                .expect(200)
                .json();
    }

    @Test
    void doneWorkCountsInTheSizeAndNotInTheOpenSize() {
        app.post("links", "{'objective':'OBJ-1','target':{'kind':'ISSUE','ref':'ABC-2'}}")
                .expect(201);

        JsonNode first = serving("ABC").at("/objectives/0");

        assertThat(first.get("key").textValue()).isEqualTo("OBJ-1");
        assertThat(first.get("size").intValue()).isEqualTo(2);
        assertThat(first.get("openSize").intValue()).isEqualTo(1);
        assertThat(first.get("links").intValue()).isEqualTo(2);
        assertThat(first.get("through").findValuesAsText("ref")).containsExactly("ABC-1", "ABC-2");
        assertThat(first.at("/delivery/total").intValue()).isEqualTo(2);
        assertThat(serving("ABC").at("/open/aligned").intValue()).isEqualTo(1);
    }

    @Test
    void whatServesMostComesFirst() {
        app.post("objectives", "{'theme':'TH-1','name':'Another'}").expect(201);
        for (String ref : new String[] {"ABC-4", "ABC-6"}) {
            app.post("links", "{'objective':'OBJ-2','target':{'kind':'ISSUE','ref':'" + ref + "'}}")
                    .expect(201);
        }

        assertThat(serving("ABC").get("objectives").findValuesAsText("key")).containsExactly("OBJ-2", "OBJ-1");
    }

    @Test
    void anObjectiveThatIsNoLongerActiveIsNotServed() {
        app.put("objectives/OBJ-1", "{'theme':'TH-1','name':'Given up','state':'ABANDONED'}", 1)
                .expect(200);

        assertThat(serving("ABC").get("objectives")).isEmpty();
    }

    @Test
    void aProjectThatMayNotBeBrowsedIsOneThatDoesNotExist() {
        app.as("dev");

        JsonNode secret = app.get("coverage/serving?plan=PLAN-1&project=SECRET")
                .expect(404)
                .json();
        JsonNode absent =
                app.get("coverage/serving?plan=PLAN-1&project=NOPE").expect(404).json();

        assertThat(secret.get("code")).isEqualTo(absent.get("code"));
    }

    @ParameterizedTest
    @CsvSource({
        "coverage/serving?project=ABC, 400",
        "coverage/serving?plan=PLAN-1, 400",
        "coverage/serving?plan=PLAN-9&project=ABC, 404"
    })
    void wrongQuestionsAreRefused(String path, int status) {
        app.get(path).expect(status);
    }
}
