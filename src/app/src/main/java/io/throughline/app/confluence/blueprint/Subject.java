package io.throughline.app.confluence.blueprint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.throughline.app.confluence.act.JiraAsUser;
import io.throughline.app.confluence.act.Said;
import io.throughline.app.confluence.act.Said.Answer;
import io.throughline.app.confluence.act.Said.Silence;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The plan that a new page is about, as Jira tells it to the page's author.
 *
 * <p>One active plan is taken. Of several, the first of the whole company (without a parent plan), and the page names the others: the
 * wizard in which one could choose is made of templates that no published API confirms for this version of Confluence.
 *
 * @param plan a missing node when there is none to be had
 * @param others further active plans
 * @param silence why there is no plan: key of a text below {@code throughline.blueprint.silence.}, empty when there is one
 * @param jira name of the Jira, empty when none is linked
 * @param way where the author can put it right, empty for nowhere
 */
record Subject(JsonNode plan, List<JsonNode> others, String silence, String jira, String way) {
    private static final String BASE = "rest/throughline/1.0/";

    static Subject ask(JiraAsUser jira) {
        Said said = jira.get(BASE + "plans?limit=200");
        if (said instanceof Silence silence) {
            return without(
                    silence.reason().name(),
                    silence.jira() == null ? "" : silence.jira().name(),
                    silence.way() == null ? "" : silence.way().toString());
        }
        Answer answer = (Answer) said;
        String name = answer.jira().name();
        if (!answer.isGood() || !answer.body().path("values").isArray()) {
            return without(answer.status() == 401 || answer.status() == 403 ? "NO_RIGHT" : "NO_ANSWER", name, "");
        }
        List<JsonNode> active = new ArrayList<>();
        answer.body().path("values").forEach(plan -> {
            if (plan.path("state").asText().equals("ACTIVE")) {
                // of the whole company before those of its units
                active.add(plan.path("parent").isTextual() ? active.size() : tops(active), plan);
            }
        });
        return active.isEmpty()
                ? without("NO_PLAN", name, "")
                : new Subject(active.get(0), List.copyOf(active.subList(1, active.size())), "", name, "");
    }

    private static int tops(List<JsonNode> plans) {
        return (int)
                plans.stream().filter(plan -> !plan.path("parent").isTextual()).count();
    }

    private static Subject without(String silence, String jira, String way) {
        return new Subject(MissingNode.getInstance(), List.of(), silence, jira, way);
    }

    boolean isKnown() {
        return silence.isEmpty();
    }

    /** Key of the plan, empty when it is not known. */
    String key() {
        return plan.path("key").asText("");
    }

    String name() {
        return plan.path("name").asText("");
    }

    /** The plan's scorecard; a missing node when Jira did not give one. */
    JsonNode scorecard(JiraAsUser jira) {
        if (!isKnown()) {
            return MissingNode.getInstance();
        }
        String key = URLEncoder.encode(key(), StandardCharsets.UTF_8);
        return jira.get(BASE + "plans/" + key + "/scorecard") instanceof Answer answer && answer.isGood()
                ? answer.body()
                : MissingNode.getInstance();
    }
}
