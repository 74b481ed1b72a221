package io.throughline.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.rest.App.Reply;
import io.throughline.app.store.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A good document with one thing in it changed, anywhere: refused with the place named, or harmless, and never a 500.
 * Harmless means that what comes in goes out again as the document that was not changed.
 */
@Tag("slow")
class ImportFuzzTest {
    private static final List<String> BAD = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1.5",
            "1e308",
            "1e999",
            "1e-999999999",
            "1e999999999",
            "123456789012345678901234567890",
            "9223372036854775807",
            "\"\"",
            "\"NaN\"",
            "\"a\\u0000b\"",
            "\"a\\ud800b\"",
            "\"OBJ-1\"",
            "\"PLAN-999999999999999999999\"",
            "\"KPI-1/2026-06-30\"",
            "\"2026-02-30\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "\"" + "x".repeat(300) + "\"",
            "[]",
            "[[1]]",
            "{}",
            "[{}]",
            "{\"no-such\":1}");

    private static void pointers(JsonNode node, JsonPointer at, List<JsonPointer> into) {
        if (!at.matches()) {
            into.add(at);
        }
        node.properties().forEach(each -> pointers(each.getValue(), at.appendProperty(each.getKey()), into));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            pointers(node.get(i), at.appendIndex(i), into);
        }
    }

    /** The document as text, with what is at the place replaced, removed or doubled. */
    private static String changed(ObjectNode good, JsonPointer at, Random random) {
        ObjectNode copy = good.deepCopy();
        JsonNode parent = copy.at(at.head());
        int how = random.nextInt(10);
        if (parent instanceof ArrayNode list) {
            int index = at.last().getMatchingIndex();
            if (how == 0) {
                list.remove(index);
            } else if (how == 1) {
                list.insert(random.nextInt(list.size()), list.get(index).deepCopy());
            } else {
                list.set(index, "@@");
            }
        } else if (how == 0) {
            ((ObjectNode) parent).remove(at.last().getMatchingProperty());
        } else {
            ((ObjectNode) parent).put(at.last().getMatchingProperty(), "@@");
        }
        return Json.write(copy).replace("\"@@\"", BAD.get(random.nextInt(BAD.size())));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noDocumentBreaksTheImport(long seed) {
        App app = ExchangeTest.busy();
        ObjectNode good = (ObjectNode) app.as("admin").get("export").json();
        List<JsonPointer> places = new ArrayList<>();
        pointers(good, JsonPointer.empty(), places);
        Random random = new Random(seed);
        App.fresh();
        int taken = 0;
        for (int i = 0; i < 700; i++) {
            JsonPointer at = places.get(random.nextInt(places.size()));
            String body = changed(good, at, random);
            Reply replaced = app.as("admin").post("import?mode=REPLACE&dryRun=true", body);
            Reply created = app.post("import?mode=CREATE", body);
            for (Reply each : List.of(replaced, created)) {
                assertThat(each.status())
                        .as("seed %d, %s: %s %s", seed, at, each.text(), body)
                        .isIn(200, 201, 400);
                if (each.status() == 400) {
                    boolean isNamed = !each.json().get("errors").isEmpty();
                    assertThat(isNamed || each.json().get("code").textValue().matches("MALFORMED_JSON|DUPLICATE_FIELD"))
                            .as(each.text())
                            .isTrue();
                }
            }
            // recorded days are in no change log: one that is left out is not missed
            boolean isChained = !at.toString().startsWith("/days");
            if (created.status() == 201 && !isChained) {
                App.fresh();
            } else if (created.status() == 201) {
                taken++;
                assertThat(ExchangeTest.canonical(app.get("export").json()))
                        .as("seed %d, %s was taken", seed, at)
                        .isEqualTo(ExchangeTest.canonical(good));
                App.fresh();
            }
        }
        assertThat(taken).isBetween(1, 600);
    }
}
