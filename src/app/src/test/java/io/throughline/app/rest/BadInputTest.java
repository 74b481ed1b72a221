package io.throughline.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.rest.App.Reply;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every field of every body in the OpenAPI document, with everything that people and programs send by mistake or on
 * purpose: 400 that names the field, or stored and given back the same, and never a 500. The fields come from the
 * document, so that a new one cannot escape; a new call without an example here fails.
 */
@Tag("slow")
class BadInputTest {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** One good body for each call. */
    private static final Map<String, String> GOOD = new TreeMap<>(Map.ofEntries(
            Map.entry("POST /plans", plan()),
            Map.entry("PUT /plans/PLAN-1", plan()),
            Map.entry("POST /themes", "{'plan':'PLAN-1','name':'T','description':'d','owner':'exec','weight':2}"),
            Map.entry("PUT /themes/TH-1", "{'plan':'PLAN-1','name':'T','description':'d','owner':'exec','weight':2}"),
            Map.entry("POST /objectives", objective()),
            Map.entry("PUT /objectives/OBJ-1", objective()),
            Map.entry("POST /kpis", kpi()),
            Map.entry("PUT /kpis/KPI-1", kpi()),
            Map.entry("POST /kpis/KPI-1/evaluation", "{}"),
            Map.entry("POST /kpis/KPI-1/actuals", "{'period':'2026-05-31','value':1.5,'note':'n'}"),
            Map.entry("PUT /kpis/KPI-1/actuals/2026-06-30", "{'value':1.5,'note':'n'}"),
            Map.entry("POST /kpis/KPI-1/actuals/2026-06-30/attestation", "{'statement':'yes'}"),
            Map.entry("POST /links", "{'objective':'OBJ-1','target':{'kind':'ISSUE','ref':'ABC-2'},'weight':2}"),
            Map.entry("PUT /links/1", "{'objective':'OBJ-1','target':{'kind':'ISSUE','ref':'ABC-2'},'weight':2}"),
            Map.entry("POST /links/1/evaluation", "{}"),
            Map.entry("POST /links/bulk", "{'objective':'OBJ-1','targets':[{'kind':'ISSUE','ref':'ABC-2'}]}"),
            Map.entry("POST /links/undo/1", "{}"),
            Map.entry("POST /kpis/KPI-1/actuals/import", "{'rows':[{'period':'2026-05-31','value':1.5,'note':'n'}]}"),
            Map.entry("POST /exemptions", "{'kind':'ISSUE','ref':'ABC-2','reason':'run','expires':'2099-12-31'}"),
            Map.entry("PUT /exemptions/1", "{'kind':'ISSUE','ref':'ABC-2','reason':'run','expires':'2099-12-31'}"),
            Map.entry(
                    "POST /exemptions/bulk",
                    "{'targets':[{'kind':'ISSUE','ref':'ABC-2'}],'reason':'r','expires':null,'plan':'PLAN-1'}"),
            Map.entry("POST /exemptions/undo/1", "{}"),
            Map.entry("POST /reminders", "{}"),
            Map.entry("PUT /reminders", "{'mail':false}"),
            Map.entry("POST /delegations", "{'to':'dev','from':'2026-06-01','until':'2099-12-31'}"),
            Map.entry("POST /import?mode=REPLACE", "{'format':'throughline-strategy','formatVersion':1}"),
            Map.entry("POST /contributions", "{'from':'OBJ-2','to':'OBJ-1','weight':2}"),
            Map.entry("POST /causes", "{'cause':'OBJ-2','effect':'OBJ-1'}"),
            Map.entry("POST /plans/PLAN-1/move", "{'parent':null,'position':0}"),
            Map.entry("POST /themes/TH-1/move", "{'parent':'PLAN-1','position':0}"),
            Map.entry("POST /objectives/OBJ-1/move", "{'parent':'TH-1','position':0}"),
            Map.entry("POST /kpis/KPI-1/move", "{'parent':'OBJ-1','position':0}"),
            Map.entry(
                    "PUT /settings",
                    "{'cancelledResolutions':['Wont'],'levels':{'Epic':1},'defaultSizes':{'STORY_POINTS':2,"
                            + "'ORIGINAL_ESTIMATE':3},'groups':{'view':['a'],'edit':['b'],'administer':['c']}}")));

    private static String plan() {
        return "{'name':'P','vision':'v','mission':'m','start':'2026-01-01','end':'2026-12-31','state':'ACTIVE',"
                + "'parent':null,'sizeMeasure':'COUNT','defaultSize':2,'thresholds':{'good':0.9,'warn':0.7},"
                + "'scope':{'projects':['ABC']}}";
    }

    private static String objective() {
        return "{'theme':'TH-1','parent':null,'name':'O','description':'d','owner':'exec','perspective':'PROCESS',"
                + "'weight':2,'start':'2026-02-01','due':'2026-11-30','state':'ACTIVE'}";
    }

    private static String kpi() {
        return "{'objective':'OBJ-1','name':'K','description':'d','unit':{'kind':'PERCENT','symbol':'%'},"
                + "'direction':'INCREASE','baseline':{'value':10,'date':'2026-01-01'},'target':{'value':20,"
                + "'date':'2026-12-31'},'milestones':[{'date':'2026-06-30','value':15}],'band':null,"
                + "'frequency':'MONTHLY','weight':1,'critical':false,'indicator':'LEADING','owner':'exec',"
                + "'attestation':'NONE','source':{'kind':'MANUAL'}}";
    }

    /** What is sent instead of a good value; {@code null} leaves the field out. */
    private static final Map<String, String> BAD = new LinkedHashMap<>();

    static {
        BAD.put("missing", null);
        BAD.put("null", "null");
        BAD.put("true", "true");
        BAD.put("negative", "-1");
        BAD.put("zero", "0");
        BAD.put("1.5", "1.5");
        BAD.put("huge", "1e308");
        BAD.put("infinite", "1e999");
        BAD.put("thirty digits", "123456789012345678901234567890");
        BAD.put("text NaN", "\"NaN\"");
        BAD.put("empty text", "\"\"");
        BAD.put("blank", "\" \\t\\n\"");
        BAD.put("long", "\"" + "x".repeat(300) + "\"");
        BAD.put("too long", "\"" + "y".repeat(30_000) + "\"");
        BAD.put("NUL", "\"a\\u0000b\"");
        BAD.put("half a pair", "\"a\\ud800b\"");
        BAD.put("emoji", "\"\\ud83d\\ude80 \\u00fc\"");
        BAD.put("script", "\"<script>alert('1')</script>\"");
        BAD.put("formula", "\"=cmd|' /C calc'!A0\"");
        BAD.put("list", "[]");
        BAD.put("list of lists", "[[1]]");
        BAD.put("object", "{}");
        BAD.put("unknown inside", "{\"no-such\":1}");
    }

    private static App sample() {
        App app = App.fresh().withSample();
        app.post("objectives", "{'theme':'TH-1','name':'Second'}").expect(201);
        app.post("exemptions", "{'kind':'ISSUE','ref':'ABC-9','reason':'run'}").expect(201);
        return app;
    }

    private static JsonNode document() {
        return App.fresh().get("openapi.json").json();
    }

    private static String concrete(String path) {
        String key = Map.of("plans", "PLAN-1", "themes", "TH-1", "objectives", "OBJ-1", "kpis", "KPI-1")
                .getOrDefault(path.split("/")[1], "1");
        return path.replaceFirst("^/import$", "/import?mode=REPLACE")
                .replace("{key}", key)
                .replace("{id}", "1")
                .replace("{period}", "2026-06-30");
    }

    /** Every call with a body, by its concrete path, with the schema of the body. */
    private static Map<String, JsonNode> calls() {
        JsonNode document = document();
        Map<String, JsonNode> calls = new TreeMap<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(verb -> {
                    JsonNode body = verb.getValue().at("/requestBody/content/application~1json/schema");
                    if (!body.isMissingNode()) {
                        calls.put(verb.getKey().toUpperCase() + " " + concrete(path.getKey()), body);
                    }
                }));
        return calls;
    }

    @Test
    void everyCallWithABodyHasAnExample() {
        assertThat(GOOD.keySet()).isEqualTo(calls().keySet());
    }

    static Stream<String> examples() {
        return GOOD.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theExampleItselfIsTaken(String call) {
        App app = sample();
        if (call.equals("POST /links/undo/1")) {
            app.post("links/bulk", GOOD.get("POST /links/bulk")).expect(201);
        }
        if (call.equals("POST /exemptions/undo/1")) {
            app.post("exemptions/bulk", GOOD.get("POST /exemptions/bulk")).expect(201);
        }
        assertThat(send(app, call, good(call)).status()).isIn(200, 201);
    }

    private static ObjectNode good(String call) {
        return (ObjectNode) read(GOOD.get(call).replace('\'', '"'));
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static Reply send(App app, String call, JsonNode body) {
        return send(app, call, body.toString());
    }

    private static Reply send(App app, String call, String body) {
        String[] parts = call.split(" /");
        String user = parts[1].matches("settings|import.*") || (parts[0] + parts[1]).equals("POSTreminders")
                ? "admin"
                : parts[1].endsWith("attestation") ? "exec" : "pmo";
        return app.as(user).raw(parts[0], parts[1], body.getBytes(StandardCharsets.UTF_8), "If-Match", "*");
    }

    private static void fields(JsonNode schema, String at, Map<String, JsonNode> into, JsonNode document) {
        JsonNode resolved = schema;
        if (resolved.has("$ref")) {
            resolved = document.at(resolved.get("$ref").textValue().substring(1));
        }
        resolved.path("allOf").forEach(part -> fields(part, at, into, document));
        resolved.path("oneOf").forEach(part -> fields(part, at, into, document));
        if (resolved.has("items")) {
            into.putIfAbsent(at + "/0", resolved.get("items"));
            fields(resolved.get("items"), at + "/0", into, document);
        }
        for (Map.Entry<String, JsonNode> field : resolved.path("properties").properties()) {
            if (!field.getValue().path("readOnly").booleanValue()) {
                into.putIfAbsent(at + "/" + field.getKey(), field.getValue());
                fields(field.getValue(), at + "/" + field.getKey(), into, document);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyFieldIsRefusedByNameOrGivenBackTheSame(String call) {
        JsonNode document = document();
        Map<String, JsonNode> fields = new TreeMap<>();
        fields(calls().get(call), "", fields, document);
        List<String> wrong = new ArrayList<>();
        App app = sample();
        for (String field : fields.keySet()) {
            for (Map.Entry<String, String> bad : BAD.entrySet()) {
                String body = with(good(call), field, bad.getValue());
                Reply reply = send(app, call, body);
                String problem = problem(reply, field, bad.getValue());
                if (!problem.isEmpty()) {
                    wrong.add(field + " " + bad.getKey() + ": " + problem);
                }
                if (reply.status() < 300) {
                    app = sample();
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** The good body with one field replaced, as text: not every number survives a tree. */
    private static String with(ObjectNode body, String field, String value) {
        String[] steps = field.substring(1).split("/");
        JsonNode at = body;
        for (int i = 0; i < steps.length; i++) {
            boolean last = i == steps.length - 1;
            if (at instanceof ArrayNode array) {
                if (last) {
                    if (array.isEmpty()) {
                        array.add("@@");
                    } else if (value == null) {
                        array.remove(0);
                    } else {
                        array.set(0, "@@");
                    }
                } else {
                    at = array.isEmpty() ? array.addObject() : array.get(0);
                }
            } else {
                ObjectNode object = (ObjectNode) at;
                if (last && value == null) {
                    object.remove(steps[i]);
                } else if (last) {
                    object.put(steps[i], "@@");
                } else {
                    boolean isList = steps[i + 1].equals("0");
                    at = object.hasNonNull(steps[i])
                            ? object.get(steps[i])
                            : isList ? object.putArray(steps[i]) : object.putObject(steps[i]);
                }
            }
        }
        return body.toString().replace("\"@@\"", String.valueOf(value));
    }

    private static String problem(Reply reply, String field, String sent) {
        if (reply.status() >= 500) {
            return reply.status() + " " + reply.text();
        }
        if (reply.status() == 400) {
            String top = field.split("/")[1];
            boolean isNamed = reply.json().at("/errors").properties().stream()
                    .anyMatch(each -> each.getKey().matches("\\Q" + top + "\\E([.\\[].*)?"));
            // a theme or a parent: of a choice between two fields either may be named
            boolean isSibling = List.of("theme", "parent", "position", "baseline", "target", "band", "direction")
                            .contains(top)
                    && !reply.json().get("errors").isEmpty();
            return isNamed || isSibling
                    ? ""
                    : "400 does not name it: " + reply.json().get("errors");
        }
        if (reply.status() >= 300) {
            return reply.status() == 409 || reply.status() == 403 || reply.status() == 404 ? "" : reply.text();
        }
        return sent == null || isSame(read(sent), reply.json().at(field))
                ? ""
                : "given back as " + reply.json().at(field);
    }

    private static boolean isSame(JsonNode sent, JsonNode back) {
        if (back.isMissingNode() || sent.isNull()) {
            return true; // written and not read back here, or the default
        }
        if (sent.isNumber() && back.isNumber()) {
            return new BigDecimal(sent.asText()).doubleValue() == back.asDouble();
        }
        if (sent.isTextual()) {
            return sent.textValue().isBlank()
                    ? back.isNull()
                    : back.asText().equals(sent.textValue().strip());
        }
        return sent.equals(back) || sent.isEmpty() && back.isContainerNode();
    }
}
