package io.throughline.app.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.rest.App.Reply;
import io.throughline.app.store.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The strategy leaves as one document, and comes back. */
class ExchangeTest {
    private App app = busy();

    /** A strategy with something of every kind, and a history in which things change and go. */
    static App busy() {
        App app = App.fresh().withSample();
        app.post(
                        "plans",
                        "{'name':'Unit','start':'2026-01-01','end':'2026-12-31','parent':'PLAN-1','scope':{'projects':['ABC']}}")
                .expect(201);
        app.post("objectives", "{'theme':'TH-1','name':'Second','due':'2026-09-30'}")
                .expect(201);
        app.post("objectives", "{'parent':'OBJ-2','name':'Below','perspective':'LEARNING'}")
                .expect(201);
        app.post("objectives", "{'theme':'TH-1','name':'Short-lived'}").expect(201);
        app.delete("objectives/OBJ-4", 1).expect(204);
        app.post(
                        "kpis",
                        "{'objective':'OBJ-3','name':'Band','direction':'MAINTAIN','band':{'low':1,'high':2,'tolerance':0.5}}")
                .expect(201);
        app.post("kpis/KPI-2/actuals", "{'period':'2026-06-30','value':1e-13,'note':'tiny'}")
                .expect(201);
        app.call("PUT", "kpis/KPI-1/actuals/2026-06-30", "{'value':1.75}").expect(200);
        app.as("exec")
                .post("kpis/KPI-1/actuals/2026-06-30/attestation", "{'statement':'so it is'}")
                .expect(201);
        app.as("pmo")
                .post("contributions", "{'from':'OBJ-3','to':'OBJ-1','weight':2}")
                .expect(201);
        app.post("causes", "{'cause':'OBJ-2','effect':'OBJ-1'}").expect(201);
        app.post("links/bulk", "{'objective':'OBJ-2','targets':[{'kind':'ISSUE','ref':'ABC-2'}]}")
                .expect(201);
        app.call(
                        "PUT",
                        "objectives/OBJ-3",
                        "{'parent':'OBJ-2','name':'Below','perspective':'LEARNING','state':'ACHIEVED'}",
                        "If-Match",
                        "*")
                .expect(200);
        app.as("admin")
                .call("PUT", "settings", "{'cancelledResolutions':['Nope']}")
                .expect(200);
        app.dayKeeper.tick();
        return app;
    }

    private ObjectNode exported() {
        return (ObjectNode) app.as("admin").get("export").expect(200).json();
    }

    static String canonical(JsonNode document) {
        ObjectNode copy = document.deepCopy();
        copy.remove("exportedAt");
        return Json.canonical(copy);
    }

    private Reply create(JsonNode document) {
        app = App.fresh();
        return app.as("admin").post("import?mode=CREATE", Json.write(document));
    }

    @Test
    void anExportHasEverythingInOrder() {
        ObjectNode document = exported();

        assertThat(document.get("format").textValue()).isEqualTo("throughline-strategy");
        assertThat(document.get("plans").findValuesAsText("key")).containsExactly("PLAN-1", "PLAN-2");
        assertThat(document.get("objectives").findValuesAsText("key")).containsExactly("OBJ-1", "OBJ-2", "OBJ-3");
        assertThat(document.get("actuals")).hasSize(2);
        assertThat(document.get("kept").findValuesAsText("objective")).containsExactly("OBJ-3");
        assertThat(document.get("days").findValuesAsText("plan")).containsExactly("PLAN-1", "PLAN-2");
        assertThat(document.at("/settings/cancelledResolutions/0").textValue()).isEqualTo("Nope");
        assertThat(document.get("log").size())
                .isEqualTo(document.at("/head/sequence").intValue());
        assertThat(document.at("/head/numbers/OBJ").intValue()).isEqualTo(4);
    }

    @Test
    void anEmptyInstanceBecomesTheSame() {
        ObjectNode document = exported();

        Reply answer = create(document).expect(201);

        assertThat(answer.json().at("/totals/created").intValue()).isEqualTo(17);
        assertThat(canonical(exported())).isEqualTo(canonical(document));
        assertThat(app.get("changes/verification").json().get("intact").booleanValue())
                .isTrue();
        // the next key is one that nobody ever had
        assertThat(app.post("objectives", "{'theme':'TH-1','name':'New'}").key())
                .isEqualTo("OBJ-5");
    }

    @Test
    void theOrderOfItsPartsDoesNotMatter() {
        ObjectNode document = exported();
        ObjectNode turned = Json.object();
        List<String> fields = new java.util.ArrayList<>();
        document.fieldNames().forEachRemaining(field -> fields.add(0, field));
        fields.forEach(field -> turned.set(field, document.get(field)));

        create(turned).expect(201);

        assertThat(canonical(exported())).isEqualTo(canonical(document));
    }

    @Test
    void aDryRunOfCreateWritesNothing() {
        ObjectNode document = exported();
        app = App.fresh();

        app.as("admin")
                .post("import?mode=CREATE&dryRun=true", Json.write(document))
                .expect(200);

        assertThat(exported().get("log")).isEmpty();
    }

    @Test
    void createNeedsAnEmptyInstanceAndSaysWhatIsThere() {
        Reply refused = app.as("admin")
                .post("import?mode=CREATE", Json.write(exported()))
                .expect(409);

        assertThat(refused.json().get("code").textValue()).isEqualTo("NOT_EMPTY");
        assertThat(refused.json().at("/params/changes").intValue()).isPositive();
    }

    @Test
    void onlyAdministratorsCarryOutAndIn() {
        app.as("pmo").get("export").expect(403);
        app.post("import?mode=CREATE", "{}").expect(403);
    }

    @Test
    void theModeHasToBeSaid() {
        assertThat(app.as("admin")
                        .post("import", "{}")
                        .expect(400)
                        .json()
                        .at("/errors/mode")
                        .textValue())
                .contains("CREATE, REPLACE");
    }

    @Test
    void replaceBringsBackWhatWasAsEditsOfTheCaller() {
        ObjectNode document = exported();
        app.as("pmo")
                .put("themes/TH-1", "{'plan':'PLAN-1','name':'Renamed'}", 1)
                .expect(200);
        app.call("DELETE", "objectives/OBJ-3?cascade=true", null, "If-Match", "*")
                .expect(204);
        app.post("themes", "{'plan':'PLAN-1','name':'Since'}").expect(201);
        long before = exported().at("/head/sequence").longValue();

        Reply seen = app.as("admin")
                .post("import?mode=REPLACE&dryRun=true", Json.write(document))
                .expect(200);
        assertThat(exported().at("/head/sequence").longValue()).isEqualTo(before);
        Reply done = app.post("import?mode=REPLACE", Json.write(document)).expect(201);

        for (Reply each : List.of(seen, done)) {
            assertThat(texts(each.json().get("created")))
                    .containsExactly("CONTRIBUTION-1", "KEPT-3", "KPI-2", "KPI-2/2026-06-30", "OBJ-3");
            assertThat(texts(each.json().get("changed"))).containsExactly("TH-1");
            assertThat(texts(each.json().get("removed"))).containsExactly("TH-2");
            assertThat(texts(each.json().get("conflicting"))).hasSize(7);
        }
    }

    private static List<String> texts(JsonNode array) {
        return Json.MAPPER.convertValue(array, new com.fasterxml.jackson.core.type.TypeReference<List<String>>() {});
    }

    @Test
    void replaceSaysWhatChangedHereSince() {
        ObjectNode document = exported();
        app.as("pmo")
                .put("themes/TH-1", "{'plan':'PLAN-1','name':'Renamed'}", 1)
                .expect(200);
        ((ObjectNode) document.at("/objectives/0")).put("name", "From the document");

        JsonNode seen = app.as("admin")
                .post("import?mode=REPLACE", Json.write(document))
                .expect(201)
                .json();

        assertThat(texts(seen.get("changed"))).containsExactly("OBJ-1", "TH-1");
        assertThat(texts(seen.get("conflicting"))).containsExactly("TH-1");
        assertThat(seen.get("sharesHistory").booleanValue()).isTrue();
        assertThat(app.get("themes/TH-1").json().get("version").intValue()).isEqualTo(3);
        assertThat(app.get("objectives/OBJ-1").json().get("name").textValue()).isEqualTo("From the document");
        assertThat(app.get("changes/verification").json().get("intact").booleanValue())
                .isTrue();
    }

    @Test
    void replaceTwiceChangesNothingTheSecondTime() {
        ObjectNode document = exported();
        document.remove(List.of("head", "log"));

        JsonNode answer = app.as("admin")
                .post("import?mode=REPLACE", Json.write(document))
                .expect(201)
                .json();

        assertThat(answer.get("totals").toString())
                .isEqualTo("{\"created\":0,\"changed\":0,\"removed\":0,\"conflicting\":0}");
        assertThat(answer.get("sharesHistory").booleanValue()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/objectives/2/weight|0|objectives[2].weight",
                "/objectives/2/parent|'OBJ-9'|objectives[2].parent",
                "/objectives/1/theme|null|objectives[1].theme",
                "/themes/0/name|' T '|themes[0].name",
                "/plans/0/parent|'PLAN-2'|plans[0].parent",
                "/kpis/0/key|'KPI-2'|kpis[1]",
                "/kpis/0/milestones|[{'date':'2025-01-01','value':1}]|kpis[0].milestones[0].date",
                "/actuals/0/enteredAt|'yesterday'|actuals[0].enteredAt",
                "/links/1/objective|'OBJ-4'|links[1].objective",
                "/contributions/0/to|'OBJ-3'|contributions[0].to",
                "/settings/groups/view|7|settings.groups.view",
                "/head/sequence|3|head.sequence",
                "/head/numbers/TH|9|head.numbers.TH",
                "/log/2/actor|'exec'|log[2].hash",
                "/log/2/seq|9|log[2].seq",
                "/log/2/after/name|'Other'|log[2].hash",
                "/log/3/previous|'00'|log[3].previous",
                "/log/3/object|'NOPE-1'|log[3].hash",
                "/themes/0/description|'Not in the log'|themes[0]",
                "/format|'else'|format",
                "/formatVersion|2|formatVersion",
                "/no-such|1|no-such"
            })
    void whatIsWrongIsNamedByItsPlace(String pointer, String value, String named) throws Exception {
        ObjectNode document = exported();
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = slash == 0 ? document : document.at(pointer.substring(0, slash));
        ((ObjectNode) parent).set(pointer.substring(slash + 1), Json.MAPPER.readTree(value.replace('\'', '"')));

        Reply refused = create(document).expect(400);

        assertThat(refused.json().at("/errors").has(named)).as(refused.text()).isTrue();
        assertThat(exported().get("log")).isEmpty();
    }

    @Test
    void anObjectThatTheLogHasAndTheDocumentHasNotIsMissed() {
        ObjectNode document = exported();
        ((ArrayNode) document.get("causes")).remove(0);

        assertThat(create(document).expect(400).text()).contains("CAUSE-1");
    }

    private static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream to = new GZIPOutputStream(bytes)) {
            to.write(plain);
        }
        return bytes.toByteArray();
    }

    @Test
    void aPackedDocumentIsTakenInLikeAPlainOne() throws Exception {
        String document = exported().toString();
        app.store.reset();

        app.as("admin")
                .raw("POST", "import?mode=CREATE", packed(document.getBytes(UTF_8)))
                .expect(201);

        assertThat(exported().get("head"))
                .isEqualTo(Json.MAPPER.readTree(document).get("head"));
    }

    @Test
    void aPackedDocumentThatIsBrokenIsRefused() throws Exception {
        byte[] packed = packed(exported().toString().getBytes(UTF_8));

        for (int length : new int[] {2, 10, packed.length / 2, packed.length - 4}) {
            app.as("admin")
                    .raw("POST", "import?mode=REPLACE", Arrays.copyOf(packed, length))
                    .expect(400);
        }
        packed[packed.length / 2] ^= 1;
        assertThat(app.raw("POST", "import?mode=REPLACE", packed).status()).isEqualTo(400);
    }

    @Test
    void theSameKeyGetsTheFirstAnswerAndNothingIsTakenInTwice() {
        String document = exported().toString();
        app.store.reset();
        Reply first = app.as("admin")
                .call("POST", "import?mode=CREATE", document, "Idempotency-Key", "k1")
                .expect(201);

        Reply again = app.call("POST", "import?mode=CREATE", document, "Idempotency-Key", "k1")
                .expect(201);

        assertThat(again.text()).isEqualTo(first.text());
        app.call("POST", "import?mode=CREATE", document, "Idempotency-Key", "k2")
                .expect(409);
        Reply other = app.call("POST", "import?mode=REPLACE", document, "Idempotency-Key", "k1")
                .expect(409);
        assertThat(other.json().get("code").textValue()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void aReplacementIsRepeatedOnlyWithAnotherKey() {
        String document = exported().toString();
        app.as("pmo")
                .call(
                        "PUT",
                        "plans/PLAN-1",
                        "{'name':'Changed','start':'2026-01-01','end':'2026-12-31'}",
                        "If-Match",
                        "*")
                .expect(200);
        app.as("admin")
                .call("POST", "import?mode=REPLACE", document, "Idempotency-Key", "k")
                .expect(201);
        long version = app.store.model().version();
        app.as("pmo")
                .call(
                        "PUT",
                        "plans/PLAN-1",
                        "{'name':'Again','start':'2026-01-01','end':'2026-12-31'}",
                        "If-Match",
                        "*")
                .expect(200);

        app.as("admin")
                .call("POST", "import?mode=REPLACE", document, "Idempotency-Key", "k")
                .expect(201);
        assertThat(app.store.model().version()).isEqualTo(version + 1);

        app.call("POST", "import?mode=REPLACE", document, "Idempotency-Key", "l")
                .expect(201);
        assertThat(app.store.model().version()).isGreaterThan(version + 1);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWithoutItsEnd() {
        Reply refused =
                app.as("admin").raw("POST", "import?mode=CREATE", "{}".getBytes(), "Content-Length", "67108865");

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.json().at("/params/limit").intValue()).isEqualTo(64 * 1024 * 1024);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{|MALFORMED_JSON", "[]|NOT_AN_OBJECT", "{} {}|MALFORMED_JSON", "{'a':1,'a':2}|DUPLICATE_FIELD"})
    void whatIsNoDocumentIsRefused(String body, String code) {
        assertThat(app.as("admin")
                        .post("import?mode=REPLACE", body)
                        .expect(400)
                        .json()
                        .get("code")
                        .textValue())
                .isEqualTo(code);
    }
}
