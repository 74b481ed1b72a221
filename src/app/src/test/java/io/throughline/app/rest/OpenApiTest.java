package io.throughline.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The document says what the resources do: the same calls, the same fields. */
class OpenApiTest {
    private final App app = App.fresh().withSample();
    private final JsonNode document = app.get("openapi.json").expect(200).json();

    @Test
    void everyCallIsDocumentedAndNoOther() {
        Set<String> documented = new TreeSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(verb -> documented.add(verb.toUpperCase() + " " + path.getKey())));
        Set<String> there = new TreeSet<>();
        for (Object resource : app.resources) {
            String base = resource.getClass().getAnnotation(Path.class).value();
            for (Method method : resource.getClass().getMethods()) {
                Path below = method.getAnnotation(Path.class);
                List<Class<? extends Annotation>> verbs = List.of(GET.class, POST.class, PUT.class, DELETE.class);
                verbs.stream()
                        .filter(method::isAnnotationPresent)
                        .map(verb -> verb.getSimpleName() + " " + base + (below == null ? "" : "/" + below.value()))
                        .forEach(there::add);
            }
        }
        assertThat(documented).isEqualTo(there);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(document.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(ref -> assertThat(document.at(ref.substring(1)).isMissingNode())
                        .as(ref)
                        .isFalse());
    }

    @ParameterizedTest
    @CsvSource({
        "Plan, plans/PLAN-1",
        "Theme, themes/TH-1",
        "Objective, objectives/OBJ-1",
        "Kpi, kpis/KPI-1",
        "Link, links/1",
        "Actual, kpis/KPI-1/actuals/2026-06-30",
        "Contribution, contributions/1",
        "Cause, causes/1",
        "Tree, plans/PLAN-1/tree",
        "Tree, plans/PLAN-1/tree?around=OBJ-1",
        "Scorecard, plans/PLAN-1/scorecard",
        "StrategyMap, plans/PLAN-1/map",
        "Explanation, explain/OBJ-1",
        "History, history/OBJ-1",
        "Alignment, work/ABC-1/alignment",
        "Verification, changes/verification",
        "Health, health",
        "Inbox, inbox",
        "Reminders, reminders",
        "Settings, settings",
        "Exemption, exemptions/1",
        "OpenWork, coverage?plan=PLAN-1",
        "ProjectServing, coverage/serving?plan=PLAN-1&project=ABC",
        "OrphanCounts, orphans/counts",
        "OrphanSummary, orphans/summary?plan=PLAN-1",
        "ObjectiveCard, objectives/OBJ-1/card",
        "KpiCard, kpis/KPI-1/card",
        "Standing, plans/PLAN-1/standing?since=2026-07-01",
        "PlanChanges, plans/PLAN-1/changes",
        "Parts, parts?part=plans/PLAN-1/map&part=objectives/OBJ-99/card"
    })
    void answersHaveTheDocumentedFieldsAtEveryDepth(String schema, String path) {
        app.as("admin").post("objectives", "{'parent':'OBJ-1','name':'Below'}").expect(201);
        app.post("links", "{'objective':'OBJ-1','target':{'kind':'ISSUE','ref':'ABC-2'}}")
                .expect(201);

        app.post("objectives", "{'theme':'TH-1','name':'Beside'}").expect(201);
        app.post("contributions", "{'from':'OBJ-3','to':'OBJ-1'}").expect(201);
        app.post("causes", "{'cause':'OBJ-3','effect':'OBJ-1'}").expect(201);
        app.post("exemptions", "{'kind':'ISSUE','ref':'ABC-4','reason':'run'}").expect(201);

        compare(
                document.at("/components/schemas/" + schema),
                app.get(path).expect(200).json(),
                schema);
    }

    /** What is not always there. */
    private static final Set<String> AT_TIMES = Set.of(
            "warnings",
            "hidden",
            "dead",
            "indexing",
            "masked",
            "p50",
            "p85",
            "evaluation",
            "snapshot",
            // with around
            "neighbours",
            // a KPI's source has those of its kind
            "formula",
            "jql",
            "aggregate",
            "field",
            "runAs",
            // a refused part has none
            "tag");

    private void compare(JsonNode schema, JsonNode answer, String at) {
        JsonNode resolved = resolve(schema);
        if (answer.isArray()) {
            answer.forEach(each -> compare(resolved.get("items"), each, at + "[]"));
        } else if (answer.isObject()) {
            Map<String, JsonNode> known = new TreeMap<>();
            collect(resolved, known);
            boolean open = resolved.path("additionalProperties").isObject();
            answer.properties().forEach(field -> {
                if (!open) {
                    assertThat(known).as(at).containsKey(field.getKey());
                    compare(known.get(field.getKey()), field.getValue(), at + "." + field.getKey());
                }
            });
            known.keySet().stream()
                    .filter(each -> !AT_TIMES.contains(each))
                    .forEach(each ->
                            assertThat(answer.has(each)).as(at + "." + each).isTrue());
        }
    }

    private JsonNode resolve(JsonNode schema) {
        if (schema.has("$ref")) {
            return resolve(document.at(schema.get("$ref").textValue().substring(1)));
        }
        if (schema.has("oneOf")) {
            // a thing or null; of two things, such as a forecast, the one without an optional part
            JsonNode last = schema.get("oneOf").get(schema.get("oneOf").size() - 1);
            return resolve(
                    last.path("type").asText().equals("null")
                            ? schema.get("oneOf").get(0)
                            : last);
        }
        return schema;
    }

    private void collect(JsonNode schema, Map<String, JsonNode> into) {
        schema.path("allOf").forEach(each -> collect(resolve(each), into));
        schema.path("properties").properties().forEach(each -> into.put(each.getKey(), each.getValue()));
    }

    @ParameterizedTest
    @CsvSource({
        "Plan,plans",
        "Theme,themes",
        "Objective,objectives",
        "Kpi,kpis",
        "Link,links",
        "Actual,kpis/KPI-1/actuals",
        "Contribution,contributions",
        "Cause,causes",
        "Delegation,delegations",
        "Exemption,exemptions",
        "BulkExemptions,exemptions/bulk",
        "BulkLinks,links/bulk"
    })
    void whatIsDocumentedAsWritableIsTakenAndNothingElseIsKnown(String schema, String path) {
        Map<String, JsonNode> known = new TreeMap<>();
        collect(resolve(document.at("/components/schemas/" + schema)), known);
        JsonNode refused = app.post(path, "{'no-such-field':1}").expect(400).json();
        String told = refused.at("/errors/no-such-field").textValue();

        Stream<String> names =
                Stream.of(told.substring(told.indexOf("known are ") + 10).split(", "));
        assertThat(names.toList()).containsExactlyInAnyOrderElementsOf(known.keySet());
    }
}
