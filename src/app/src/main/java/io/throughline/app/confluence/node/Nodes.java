package io.throughline.app.confluence.node;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.confluence.link.JiraReply.Jira;
import io.throughline.app.confluence.macro.AnswerFields;
import io.throughline.app.confluence.macro.Reading;
import io.throughline.app.web.DeliveryView;
import io.throughline.app.web.Language;
import io.throughline.app.web.OutcomeView;
import io.throughline.app.web.PersonView;
import io.throughline.app.web.SignalView;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes views of the nodes of one answer about a plan, in the reader's language. */
public final class Nodes {
    /** The order in which signals are counted: from what goes well to what cannot be told. */
    private static final List<String> SIGNALS = List.of("REALIZING", "DRIFT", "UNEXPLAINED", "STALLED", "BLIND");

    private final JsonNode answer;
    private final JsonNode plan;
    private final Jira jira;
    private final Language language;

    /** @param plan the answer's plan: the answer itself where it is the plan */
    public Nodes(Reading read, JsonNode plan, Language language) {
        this.answer = read.json();
        this.plan = plan;
        this.jira = read.jira();
        this.language = language;
    }

    /** The plan as a node; its blocks stand beside it in the answer. */
    public NodeView plan() {
        return node(answer, AnswerFields.text(plan, "key"), AnswerFields.text(plan, "name"), "plans/");
    }

    public NodeView theme(JsonNode json) {
        return node(json, AnswerFields.text(json, "key"), AnswerFields.text(json, "name"), "");
    }

    public NodeView objective(JsonNode json) {
        return node(json, AnswerFields.text(json, "key"), AnswerFields.text(json, "name"), "objectives/");
    }

    /** An objective of another plan that counts here. */
    public NodeView contributed(JsonNode json) {
        return node(json, AnswerFields.text(json, "from"), AnswerFields.text(json, "name"), "objectives/");
    }

    private NodeView node(JsonNode json, String key, String name, String page) {
        return new NodeView(
                key,
                name,
                page.isEmpty()
                        ? ""
                        : jira.url() + "/plugins/servlet/throughline/" + page
                                + URLEncoder.encode(key, StandardCharsets.UTF_8),
                owner(json),
                outcome(json.path("outcome")),
                delivery(json.path("delivery")),
                signal(json.path("signal")),
                json.path("signal").path("kind").asText(""),
                Bars.of(json));
    }

    public KpiView kpi(JsonNode json) {
        return KpiView.of(json, outcome(json.path("outcome")), language);
    }

    private OutcomeView outcome(JsonNode json) {
        return OutcomeView.of(
                language,
                json.path("health").asText("UNKNOWN"),
                AnswerFields.number(json, "attainment"),
                AnswerFields.number(json, "expected"));
    }

    /** Null for null. */
    public @Nullable DeliveryView delivery(JsonNode json) {
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
                                plan.path("sizeMeasure").asText("COUNT")))
                : null;
    }

    /** Null for null. */
    public @Nullable SignalView signal(JsonNode json) {
        return json.isObject()
                ? SignalView.of(
                        language,
                        AnswerFields.text(json, "kind"),
                        json.path("reason").asText(""))
                : null;
    }

    /** Who left owns nothing. Some answers have an owner as an object, some as two fields. */
    private static @Nullable PersonView owner(JsonNode json) {
        boolean object = json.path("owner").isObject();
        boolean active = (object ? json.path("owner").path("active") : json.path("ownerActive")).asBoolean(true);
        String name = (object ? json.path("owner").path("name") : json.path("ownerName")).asText("");
        return !active || name.isBlank() || json.path("owner").isNull() ? null : PersonView.named(name);
    }

    /** @param empty what is said of a plan without any content, empty when it has some */
    public HeadView head(String subtitle, String empty) {
        List<CountView> counts = new ArrayList<>();
        for (String kind : SIGNALS) {
            int number = answer.path("signals").path(kind).asInt();
            if (number > 0) {
                counts.add(new CountView(language.count(number), SignalView.of(language, kind, "")));
            }
        }
        JsonNode indexing = answer.path("indexing");
        String reading = indexing.isObject()
                ? language.text(
                        "throughline.indexing",
                        language.count(indexing.path("indexed").asLong()),
                        language.count(indexing.path("total").asLong()))
                : "";
        return new HeadView(plan(), subtitle, counts, reading, empty);
    }

    /** What the footer says besides where the data is from. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        JsonNode snapshot = answer.path("snapshot");
        if (!snapshot.path("reason").asText("").isEmpty()) {
            notes.add(snapshot.path("reason").asText());
        } else if (snapshot.path("filled").asBoolean()) {
            AnswerFields.knownDay(snapshot, "day")
                    .ifPresent(day -> notes.add(language.text("throughline.note.filled", language.date(day))));
        }
        addCount(notes, "stale", answer.path("outcome").path("stale").asLong());
        addCount(notes, "unattested", answer.path("outcome").path("unattested").asLong());
        addCount(notes, "hidden", answer.path("delivery").path("hidden").asLong());
        return notes;
    }

    private void addCount(List<String> notes, String note, long number) {
        if (number > 0) {
            notes.add(language.counted("throughline.note." + note, number));
        }
    }
}
