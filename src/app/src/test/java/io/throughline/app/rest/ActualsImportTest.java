package io.throughline.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.rest.App.Reply;
import io.throughline.app.store.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many values at once: a preview that names every bad line, then all or none. */
class ActualsImportTest {
    private static final String IMPORT = "kpis/KPI-1/actuals/import";

    private final App app = App.fresh().withSample();

    private Reply paste(String query, String text) {
        return app.post(IMPORT + query, Json.write(Json.object().put("text", text)));
    }

    @Test
    void aPastedColumnIsEntered() {
        JsonNode answer = paste("", "Month\tValue\tNote\n2026-04-30\t1.1\tspring\n\n2026-05-31\t1,250.5\n")
                .expect(201)
                .json();

        assertThat(answer.get("created").findValuesAsText("period")).containsExactly("2026-04-30", "2026-05-31");
        assertThat(app.get("kpis/KPI-1/actuals/2026-05-31").json().get("value").doubleValue())
                .isEqualTo(1250.5);
        assertThat(app.get("kpis/KPI-1/actuals/2026-04-30").json().get("note").textValue())
                .isEqualTo("spring");
    }

    @Test
    void aPreviewNamesEveryBadLineAndChangesNothing() {
        long before = app.store.model().version();

        JsonNode answer = paste(
                        "?dryRun=true",
                        "2026-04-30;1.1\n2026-05-30;1\nsoon;2\n2026-03-31;much\n2026-02-28\n2026-04-30;3")
                .expect(200)
                .json();

        assertThat(answer.get("errors").findValuesAsText("line")).containsExactly("2", "3", "4", "5", "6");
        assertThat(answer.at("/errors/0/reason").textValue()).contains("2026-05-31");
        assertThat(answer.at("/errors/4/reason").textValue()).contains("lines[1]");
        assertThat(answer.get("created")).hasSize(1);
        assertThat(app.store.model().version()).isEqualTo(before);
    }

    @Test
    void withOneBadLineNothingIsEntered() {
        Reply refused = paste("", "2026-04-30;1.1\n2026-05-31;x").expect(400);

        assertThat(refused.json().at("/errors").has("lines[2].value")).isTrue();
        app.get("kpis/KPI-1/actuals/2026-04-30").expect(404);
    }

    @Test
    void whatIsThereIsCorrectedWithItsHistoryAndLosesItsAttestation() {
        app.as("exec").post("kpis/KPI-1/actuals/2026-06-30/attestation", "{}").expect(201);

        JsonNode answer = paste("", "2026-06-30,1.75").expect(201).json();

        assertThat(answer.at("/corrected/0/before").doubleValue()).isEqualTo(1.5);
        assertThat(answer.at("/corrected/0/attestationLost").booleanValue()).isTrue();
        assertThat(app.get("kpis/KPI-1/actuals/2026-06-30")
                        .json()
                        .get("attestedBy")
                        .isNull())
                .isTrue();
        assertThat(app.get("changes?object=KPI-1/2026-06-30")
                        .json()
                        .get("total")
                        .intValue())
                .isEqualTo(3);
    }

    @Test
    void theSameAgainChangesNothingAndKeepsTheAttestation() {
        app.as("exec").post("kpis/KPI-1/actuals/2026-06-30/attestation", "{}").expect(201);

        JsonNode answer = paste("", "2026-06-30\t1.5").expect(200).json();

        assertThat(answer.get("unchanged").intValue()).isEqualTo(1);
        assertThat(app.get("kpis/KPI-1/actuals/2026-06-30")
                        .json()
                        .get("attestedBy")
                        .textValue())
                .isEqualTo("exec");
    }

    @Test
    void aColumnOfValuesAloneStartsAtItsFirstPeriod() {
        String body = Json.write(Json.object().put("first", "2026-01-31").put("text", "1\n2\n3"));

        app.post(IMPORT, body).expect(201);

        assertThat(app.get("kpis/KPI-1/actuals/2026-03-31").json().get("value").intValue())
                .isEqualTo(3);
    }

    @Test
    void rowsAreReadAsStrictlyAsOneValue() {
        Reply refused = app.post(
                        IMPORT,
                        "{'rows':[{'period':'2026-04-30','value':1},{'period':'2026-05-31','value':'2'},"
                                + "{'period':'2026-04-30','value':1,'x':1}]}")
                .expect(400);

        assertThat(refused.json().get("errors").has("rows[1].value")).isTrue();
        assertThat(refused.json().get("errors").has("rows[2].x")).isTrue();
        app.post(IMPORT, "{'rows':[{'period':'2026-04-30','value':1}]}").expect(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|text",
                "{'text':''}|text",
                "{'text':'1','rows':[]}|rows",
                "{'rows':[]}|rows",
                "{'text':7}|text",
                "{'text':'1','first':'2026-01-30'}|first"
            })
    void whatIsNeitherTextNorRowsIsRefused(String body, String field) {
        assertThat(app.post(IMPORT, body).expect(400).json().get("errors").has(field))
                .isTrue();
    }

    @Test
    void onlyWhoMayEnterMayEnterMany() {
        app.as("dev");
        paste("", "2026-04-30;1.1").expect(403);
        paste("?dryRun=true", "2026-04-30;1.1").expect(403);
        app.as("exec");
        paste("", "2026-04-30;1.1").expect(201);
    }
}
