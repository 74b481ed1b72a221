package io.throughline.app.confluence.node;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.confluence.macro.AnswerFields;
import io.throughline.app.confluence.macro.Reading;
import io.throughline.app.confluence.sheet.AnswerReader;
import io.throughline.app.web.DeliveryView;
import io.throughline.app.web.Language;
import io.throughline.app.web.OutcomeView;
import io.throughline.app.web.PersonView;
import io.throughline.app.web.SignalView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes views of the nodes of one answer about a plan, in the reader's language. */
public final class Nodes {
    private final AnswerReader answer;
    private final JsonNode plan;

    /** @param plan the answer's plan: the answer itself where it is the plan */
    public Nodes(Reading read, JsonNode plan, Language language) {
        this.answer = new AnswerReader(read, language);
        this.plan = plan;
    }

    /** The plan as a node; its blocks stand beside it in the answer. */
    public NodeView plan() {
        return node(answer.json(), AnswerFields.text(plan, "key"), AnswerFields.text(plan, "name"), "plans");
    }

    public NodeView theme(JsonNode json) {
        return node(json, AnswerFields.text(json, "key"), AnswerFields.text(json, "name"), "");
    }

    public NodeView objective(JsonNode json) {
        return node(json, AnswerFields.text(json, "key"), AnswerFields.text(json, "name"), "objectives");
    }

    /** An objective of another plan that counts here. */
    public NodeView contributed(JsonNode json) {
        return node(json, AnswerFields.text(json, "from"), AnswerFields.text(json, "name"), "objectives");
    }

    /** @param kind of page in Jira, empty for none */
    private NodeView node(JsonNode json, String key, String name, String kind) {
        return new NodeView(
                key,
                name,
                kind.isEmpty() ? "" : answer.page(kind, key),
                owner(json),
                outcome(json),
                delivery(json),
                signal(json.path("signal")),
                json.path("signal").path("kind").asText(""),
                Bars.of(json));
    }

    public KpiView kpi(JsonNode json) {
        return KpiView.of(json, outcome(json), answer.language());
    }

    /** Unknown where the answer has none: a card always says how the outcome is. */
    private OutcomeView outcome(JsonNode node) {
        OutcomeView known = answer.outcome(node);
        return known == null ? OutcomeView.of(answer.language(), "UNKNOWN", null, null) : known;
    }

    /** Of a node or a link; null where work is not known. */
    public @Nullable DeliveryView delivery(JsonNode node) {
        return answer.delivery(node, plan.path("sizeMeasure").asText("COUNT"));
    }

    /** Null for null. */
    public @Nullable SignalView signal(JsonNode json) {
        return answer.signal(json, true);
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
        Language language = answer.language();
        List<CountView> counts = new ArrayList<>();
        for (String kind : AnswerReader.SIGNALS) {
            int number = answer.json().path("signals").path(kind).asInt();
            if (number > 0) {
                counts.add(new CountView(language.count(number), SignalView.of(language, kind, "")));
            }
        }
        return new HeadView(plan(), subtitle, counts, answer.indexing(), empty);
    }

    /** What the footer says besides where the data is from. */
    public List<String> notes() {
        return answer.notes();
    }
}
