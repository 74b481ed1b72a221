package io.throughline.app.confluence.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.confluence.macro.AnswerFields;
import io.throughline.app.confluence.macro.Reading;
import io.throughline.app.web.DeliveryView;
import io.throughline.app.web.Language;
import io.throughline.app.web.OutcomeView;
import io.throughline.app.web.SignalView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Jira's answers have in common, in one reader's language; {@link AnswerFields} says what may be missing. Nothing here computes a
 * score: it writes what Jira says.
 */
public final class AnswerReader {
    /** From what goes well to what cannot be told. */
    public static final List<String> SIGNALS = List.of("REALIZING", "DRIFT", "UNEXPLAINED", "STALLED", "BLIND");

    private static final int DECIMALS = 2;

    private final Reading reading;
    private final Language language;

    public AnswerReader(Reading reading, Language language) {
        this.reading = reading;
        this.language = language;
    }

    public JsonNode json() {
        return reading.json();
    }

    public Language language() {
        return language;
    }

    /** Where people open something in Jira. */
    public String page(String kind, String key) {
        return reading.jira().page(kind, key);
    }

    /** Where people open a page of ours in Jira. */
    public String address(String path) {
        return reading.jira().url() + path;
    }

    /** In the reader's way; empty where there is none. */
    public String date(JsonNode json, String field) {
        return AnswerFields.optional(json, field).isEmpty() ? "" : language.date(AnswerFields.day(json, field));
    }

    public String instant(JsonNode json, String field) {
        return language.instant(AnswerFields.instant(json, field));
    }

    /** A number as people write it; a dash where there is none. */
    public String figure(JsonNode json, String field) {
        Double value = AnswerFields.number(json, field);
        return value == null ? "\u2013" : language.number(value, DECIMALS);
    }

    /** A name: a person's, unless who it is has left. */
    public String person(JsonNode json) {
        if (!json.isObject()) {
            return "";
        }
        String name = AnswerFields.optional(json, "name").isEmpty()
                ? AnswerFields.optional(json, "key")
                : AnswerFields.optional(json, "name");
        return json.path("active").asBoolean(true) || name.isEmpty()
                ? name
                : language.text("throughline.owner.left", name);
    }

    public @Nullable OutcomeView outcome(JsonNode node) {
        JsonNode json = node.path("outcome");
        return json.isObject()
                ? OutcomeView.of(
                        language,
                        json.path("health").asText("UNKNOWN"),
                        AnswerFields.number(json, "attainment"),
                        AnswerFields.number(json, "expected"))
                : null;
    }

    /** A KPI's outcome in a table. */
    public CellView outcomeCell(JsonNode node) {
        OutcomeView seen = outcome(node);
        return seen == null
                ? CellView.text("")
                : CellView.mark(new Mark(seen.tone(), seen.shape(), seen.word()), seen.figure(), seen.expected());
    }

    public @Nullable DeliveryView delivery(JsonNode node, String measure) {
        JsonNode json = node.path("delivery");
        return json.isObject()
                ? DeliveryView.of(
                        language,
                        AnswerFields.text(json, "health"),
                        AnswerFields.number(json, "progress"),
                        AnswerFields.number(json, "expected"),
                        new DeliveryView.Sizes(
                                json.path("total").asDouble(),
                                json.path("done").asDouble(),
                                json.path("inProgress").asDouble(),
                                measure))
                : null;
    }

    /** @param json a signal block, or null where it is not known */
    public @Nullable SignalView signal(JsonNode json, boolean withReason) {
        return json.isObject()
                ? SignalView.of(
                        language,
                        AnswerFields.text(json, "kind"),
                        withReason ? AnswerFields.optional(json, "reason") : "")
                : null;
    }

    /** Why numbers about work are missing: Jira is being read. Empty when they are whole. */
    public String indexing() {
        JsonNode indexing = json().path("indexing");
        return indexing.isObject()
                ? language.text(
                        "throughline.indexing",
                        language.count(indexing.path("indexed").asLong()),
                        language.count(indexing.path("total").asLong()))
                : "";
    }

    /** What else is counted in: a missed day, stale, unattested, hidden. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        addSnapshot(json().path("snapshot"), notes);
        JsonNode outcome = json().path("outcome");
        if (outcome.path("stale").asInt() > 0) {
            notes.add(language.counted(
                    "throughline.note.stale", outcome.path("stale").asInt()));
        }
        if (outcome.path("unattested").asInt() > 0) {
            notes.add(language.counted(
                    "throughline.note.unattested", outcome.path("unattested").asInt()));
        }
        int hidden = json().path("delivery").path("hidden").asInt();
        if (hidden > 0) {
            notes.add(language.counted("throughline.note.hidden", hidden));
        }
        return notes;
    }

    private void addSnapshot(JsonNode snapshot, List<String> notes) {
        if (!AnswerFields.optional(snapshot, "reason").isEmpty()) {
            notes.add(AnswerFields.optional(snapshot, "reason"));
        } else if (snapshot.path("filled").asBoolean() && snapshot.path("day").isTextual()) {
            notes.add(language.text("throughline.note.filled", date(snapshot, "day")));
        }
    }
}
