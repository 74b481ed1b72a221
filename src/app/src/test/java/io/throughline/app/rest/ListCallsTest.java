package io.throughline.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.rest.App.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of objects: their pages and their filters. */
class ListCallsTest {
    private final App app = App.fresh();

    @Test
    void listsComeInPages() {
        app.withSample();
        for (int i = 2; i <= 5; i++) {
            app.post("objectives", "{'theme':'TH-1','name':'O" + i + "'}").expect(201);
        }

        JsonNode page = app.get("objectives?start=2&limit=2").expect(200).json();
        assertThat(page.get("total").intValue()).isEqualTo(5);
        assertThat(page.get("isLast").booleanValue()).isFalse();
        assertThat(page.get("values"))
                .extracting(each -> each.get("key").textValue())
                .containsExactly("OBJ-3", "OBJ-4");
        assertThat(app.get("objectives?start=4").json().get("isLast").booleanValue())
                .isTrue();
        assertThat(app.get("objectives?start=50").json().get("values")).isEmpty();
        assertThat(app.get("objectives?limit=200").json().get("limit").intValue())
                .isEqualTo(200);
        for (String bad : List.of("limit=201", "limit=0", "start=-1", "limit=x", "start=99999999999")) {
            Reply refused = app.get("objectives?" + bad).expect(400);
            assertThat(refused.json().get("errors")).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "plans?q=pla,1",
        "plans?q=plan-1,1",
        "plans?q=x,0",
        "plans?owner=pmo,0",
        "themes?plan=PLAN-1,1",
        "themes?plan=PLAN-9,0",
        "themes?owner=pmo,1",
        "objectives?plan=PLAN-1,1",
        "objectives?theme=TH-1,1",
        "objectives?owner=exec,1",
        "objectives?owner=nobody,0",
        "objectives?owner=%00,0",
        "objectives?objective=OBJ-1,0",
        "kpis?objective=OBJ-1,1",
        "kpis?plan=PLAN-1&theme=TH-1&q=kpi,1",
        "links?objective=OBJ-1,1",
        "links?objective=OBJ-2,0",
        "links?plan=PLAN-1,1",
        "links?q=%27,0"
    })
    void listsCanBeFiltered(String path, int found) {
        app.withSample();

        assertThat(app.get(path).expect(200).json().get("total").intValue()).isEqualTo(found);
    }
}
