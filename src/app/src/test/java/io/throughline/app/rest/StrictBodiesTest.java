package io.throughline.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.rest.App.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, it is stored as sent, or refused with the name of the field; it never breaks anything. */
class StrictBodiesTest {
    private static final ObjectMapper PLAIN = new ObjectMapper();

    /** Good bodies with every field, by the path that takes them. */
    private static final Map<String, String> FULL = Map.of(
            "plans",
            "{'name':'Plan','vision':'v','mission':'m','start':'2026-01-01','end':'2026-12-31','state':'ACTIVE',"
                    + "'parent':'PLAN-1','sizeMeasure':'STORY_POINTS','defaultSize':2,'thresholds':{'good':0.8,'warn':0.5},"
                    + "'scope':{'projects':['ABC']}}",
            "themes",
            "{'plan':'PLAN-1','name':'T','description':'d','owner':'exec','weight':2}",
            "objectives",
            "{'theme':'TH-1','parent':'OBJ-1','name':'O','description':'d','owner':'exec','perspective':'CUSTOMER',"
                    + "'weight':2,'start':'2026-02-01','due':'2026-03-01','state':'DRAFT'}",
            "kpis",
            "{'objective':'OBJ-1','name':'K','description':'d','unit':{'kind':'CURRENCY','symbol':'E'},"
                    + "'direction':'INCREASE','baseline':{'value':1,'date':'2026-01-01'},"
                    + "'target':{'value':2,'date':'2026-12-31'},'milestones':[{'date':'2026-06-30','value':1.5}],"
                    + "'band':{'low':1,'high':2,'tolerance':0.5},'frequency':'WEEKLY','weight':2,'critical':true,"
                    + "'indicator':'LEADING','owner':'exec','attestation':'OWNER','source':{'kind':'MANUAL'}}",
            "links",
            "{'objective':'OBJ-1','target':{'kind':'ISSUE','ref':'ABC-2'},'weight':2}",
            "kpis/KPI-1/actuals",
            "{'period':'2026-05-31','value':1.25,'note':'n'}",
            "kpis/KPI-1/actuals/2026-06-30/attestation",
            "{'statement':'s'}",
            "objectives/OBJ-1/move",
            "{'parent':'TH-1','position':0}",
            "settings",
            "{'cancelledResolutions':['No'],'levels':{'Initiative':2},'defaultSizes':{'STORY_POINTS':1,'ORIGINAL_ESTIMATE':2},"
                    + "'groups':{'view':['a'],'edit':['b'],'administer':['c']},'fill':{'pageSize':100,'percent':50}}");

    private static final List<String> EVIL = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e308",
            "1e999",
            "-1e999",
            "1e-320",
            "12345678901234567890123456789012345678901234567890",
            "\"\"",
            "\" \"",
            "\"x\"",
            "\"\\u0000\"",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"\\udc00x\"",
            "\"a\\nb\"",
            "\"<script>alert(1)</script>\"",
            "\"'; DROP TABLE x; --\"",
            "\"PLAN-99\"",
            "\"2026-02-30\"",
            "\"2026-1-1\"",
            "\"0000-01-01\"",
            "\"+99999-01-01\"",
            "\"ACTIVE\"",
            "\"active\"",
            "[]",
            "[null]",
            "[1]",
            "[\"\\u0000\"]",
            "{}",
            "{\"x\":1}",
            "{\"kind\":null}",
            "\"" + "x".repeat(256) + "\"",
            "\"" + "x".repeat(30_000) + "\"");

    private final App app = App.fresh();

    static Stream<String> paths() {
        return FULL.keySet().stream().sorted();
    }

    private static ObjectNode full(String path) throws Exception {
        return (ObjectNode) PLAIN.readTree(FULL.get(path).replace('\'', '"'));
    }

    private Reply send(String path, String body) {
        app.as(path.endsWith("attestation") ? "exec" : path.equals("settings") ? "admin" : "pmo");
        return app.raw(path.equals("settings") ? "PUT" : "POST", path, body.getBytes(StandardCharsets.UTF_8));
    }

    private void prepare() {
        app.withSample();
    }

    @ParameterizedTest
    @MethodSource("paths")
    void aFullBodyIsTaken(String path) throws Exception {
        prepare();

        Reply reply = send(path, full(path).toString());

        assertThat(reply.status()).as(reply.text()).isIn(200, 201);
        full(path).fields().forEachRemaining(field -> {
            JsonNode stored = reply.json().get(field.getKey());
            if (!path.endsWith("move") && !field.getKey().equals("target")) {
                assertThat(stored).as(field.getKey()).isEqualTo(field.getValue());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("paths")
    void everyFieldIsStoredOrRefusedByName(String path) throws Exception {
        prepare();
        List<String> wrong = new ArrayList<>();
        for (String field : leaves(full(path), "")) {
            for (String evil : EVIL) {
                ObjectNode body = full(path);
                set(body, field, "@@");
                Reply reply = send(path, body.toString().replace("\"@@\"", evil));
                boolean fine = reply.status() == 200 || reply.status() == 201 || reply.status() == 409;
                if (reply.status() == 400) {
                    fine = reply.json().get("errors").properties().stream()
                            .anyMatch(each -> isAbout(field, each.getKey()));
                }
                if (!fine) {
                    wrong.add(field + " = " + shorten(evil) + ": " + reply.status() + " " + reply.text());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(app.store.verify().intact()).isTrue();
    }

    private static boolean isAbout(String field, String named) {
        String top = field.split("[.\\[]")[0];
        // a wrong direction shows in the target, a wrong start in the end
        return named.split("[.\\[]")[0].equals(top)
                || List.of("target", "end", "due", "theme").contains(named.split("[.\\[]")[0]);
    }

    private static String shorten(String evil) {
        return evil.length() > 60 ? evil.substring(0, 60) + "…" : evil;
    }

    private static List<String> leaves(JsonNode node, String path) {
        List<String> found = new ArrayList<>();
        if (node.isObject()) {
            node.fields().forEachRemaining(each -> {
                String at = path.isEmpty() ? each.getKey() : path + "." + each.getKey();
                found.add(at);
                found.addAll(leaves(each.getValue(), at));
            });
        } else if (node.isArray() && !node.isEmpty()) {
            found.add(path + "[0]");
            found.addAll(leaves(node.get(0), path + "[0]"));
        }
        return found;
    }

    private static void set(ObjectNode body, String path, String value) {
        JsonNode at = body;
        String[] steps = path.replace("[0]", ".0").split("\\.");
        for (int i = 0; i < steps.length - 1; i++) {
            at = at.isArray() ? at.get(Integer.parseInt(steps[i])) : at.get(steps[i]);
        }
        String last = steps[steps.length - 1];
        if (at instanceof ArrayNode array) {
            array.set(Integer.parseInt(last), array.textNode(value));
        } else {
            ((ObjectNode) at).put(last, value);
        }
    }

    @ParameterizedTest
    @MethodSource("paths")
    void anUnknownFieldIsRefusedByNameAtEveryDepth(String path) throws Exception {
        prepare();
        ObjectNode body = full(path);
        body.put("surprise", 1);

        Reply reply = send(path, body.toString());

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("errors").has("surprise")).isTrue();
        if (body.has("target") && body.get("target").has("kind")) {
            ((ObjectNode) body.get("target")).put("deep", 1);
            assertThat(send(path, body.toString()).json().get("errors").has("target.deep"))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plans|name end start",
                "themes|name plan",
                "objectives|name theme",
                "kpis|baseline direction name target",
                "links|objective target",
                "kpis/KPI-1/actuals|period value",
                "objectives/OBJ-1/move|parent"
            })
    void everythingThatIsMissingIsNamedAtOnce(String path, String fields) {
        prepare();

        Reply reply = send(path, "{}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("errors").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder(fields.split(" "));
        assertThat(reply.json().get("code").textValue()).isEqualTo("INVALID");
        assertThat(reply.json().get("ref").textValue()).hasSize(6);
    }

    @Test
    void allErrorsAreToldAtOnce() {
        prepare();

        Reply reply = send(
                "plans",
                "{\"name\":\"\",\"start\":\"x\",\"end\":5,\"state\":\"OPEN\",\"thresholds\":{\"good\":2},\"scope\":"
                        + "{\"projects\":[\"ABC\",\"NO\"]},\"defaultSize\":-1,\"parent\":\"PLAN-7\",\"extra\":{}}");

        assertThat(reply.json().get("errors").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder(
                        "name",
                        "start",
                        "end",
                        "state",
                        "thresholds.good",
                        "scope.projects[1]",
                        "defaultSize",
                        "parent",
                        "extra");
        assertThat(reply.json().at("/errors/state").textValue()).contains("DRAFT, ACTIVE, CLOSED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{}{}",
                "{'name':1",
                "nonsense",
                "{'name':NaN}",
                "{name:'x'}",
                "[]",
                "null",
                "1",
                "'x'",
                "{'name':'a','name':'b'}",
                "{'thresholds':{'good':1,'good':1}}",
                "{'a':1,}",
                "// comment\n{}"
            })
    void whatIsNoJsonObjectIsRefusedWithThePlace(String body) {
        prepare();

        Reply reply = send("plans", body.replace('\'', '"'));

        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.json().get("code").textValue()).isIn("MALFORMED_JSON", "DUPLICATE_FIELD", "NOT_AN_OBJECT");
        assertThat(reply.text()).doesNotContain("jackson", "Exception", "com.");
    }

    @Test
    void brokenUtf8AndDeepNestingAreRefused() {
        prepare();

        assertThat(app.raw("POST", "plans", new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'})
                        .status())
                .isEqualTo(400);
        String deep = "{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
        assertThat(send("plans", deep).status()).isEqualTo(400);
        String nested = "{\"scope\":" + "[".repeat(900) + "]".repeat(900) + "}";
        assertThat(send("plans", nested).status()).isEqualTo(400);
        assertThat(app.call("POST", "plans", nested, "Idempotency-Key", "k").status())
                .isEqualTo(400);
        assertThat(app.call("POST", "plans", "{\"name\":1e999}", "Idempotency-Key", "k")
                        .status())
                .isEqualTo(400);
        assertThat(app.call("POST", "plans", "{\"name\":\"\\ud800\"}", "Idempotency-Key", "k")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aBodyOverOneMebibyteIsRefused() {
        prepare();
        String frame = "{\"name\":\"P\",\"start\":\"2026-01-01\",\"end\":\"2026-12-31\"%s}";
        int room = 1024 * 1024 - frame.length() + 2;

        send("plans", String.format(frame, " ".repeat(room))).expect(201);
        Reply refused = send("plans", String.format(frame, " ".repeat(room + 1)));
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.json().at("/params/limit").intValue()).isEqualTo(1024 * 1024);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/xml",
                "application/json-patch+json",
                "text/json"
            })
    void onlyJsonIsTaken(String type) {
        prepare();

        for (String path : List.of("plans", "links", "objectives/OBJ-1/move", "kpis/KPI-1/actuals")) {
            Reply reply = app.call("POST", path, "{}", "Content-Type", type);
            assertThat(reply.status()).isEqualTo(415);
            assertThat(reply.json().get("code").textValue()).isEqualTo("NOT_JSON");
        }
        assertThat(app.call("POST", "plans", "{}", "Content-Type", null).status())
                .isEqualTo(415);
    }

    @Test
    void jsonWithACharsetIsJson() {
        app.call(
                        "POST",
                        "plans",
                        "{'name':'P','start':'2026-01-01','end':'2026-12-31'}",
                        "Content-Type",
                        "application/json; charset=utf-8")
                .expect(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DECREASE|1|2|target.value",
                "INCREASE|2|1|target.value",
                "INCREASE|1|1|target.value",
                "DECREASE|1|1|target.value"
            })
    void aTargetLiesWhereTheDirectionPoints(String direction, int from, int to, String field) {
        prepare();

        Reply reply = send(
                "kpis",
                String.format(
                        "{\"name\":\"K\",\"direction\":\"%s\",\"baseline\":{\"value\":%d,\"date\":\"2026-01-01\"},"
                                + "\"target\":{\"value\":%d,\"date\":\"2026-12-31\"}}",
                        direction, from, to));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("errors").has(field)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "WEEKLY,2026-06-30,2026-06-28",
        "WEEKLY,2026-07-02,2026-07-05",
        "MONTHLY,2026-06-29,2026-06-30",
        "MONTHLY,2026-06-10,2026-05-31",
        "QUARTERLY,2026-05-31,2026-06-30",
        "QUARTERLY,2026-01-05,2025-12-31"
    })
    void anotherDayThanAPeriodsEndNamesTheNearest(String frequency, String day, String nearest) {
        prepare();
        Reply kpi = send(
                "kpis",
                "{\"name\":\"K\",\"direction\":\"MAINTAIN\",\"band\":{\"low\":1,\"high\":2,\"tolerance\":1},\"frequency\":\""
                        + frequency + "\"}");
        String path = "kpis/" + kpi.expect(201).key() + "/actuals";

        Reply refused = send(path, "{\"period\":\"" + day + "\",\"value\":1}");
        assertThat(refused.expect(400).json().at("/errors/period").textValue()).contains(nearest);
        send(path, "{\"period\":\"" + nearest + "\",\"value\":1}").expect(201);
    }

    @Test
    void textsComeBackAsTheyWereSent() {
        prepare();
        String text = "<b>&amp;\"'\\n\\t\\u202e 🏠 Ω</b>";
        String body = "{\"name\":\"🏠 <b>&\",\"vision\":\"" + text.replace("\"", "\\\"")
                + "\",\"start\":\"2026-01-01\",\"end\":\"2026-12-31\"}";

        Reply created = send("plans", body).expect(201);

        assertThat(created.json().get("name").textValue()).isEqualTo("🏠 <b>&");
        assertThat(created.json().get("vision").textValue()).contains("<b>&amp;\"'\n\t\u202e 🏠 Ω</b>");
    }
}
