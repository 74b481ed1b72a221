package io.throughline.app.confluence.cascade;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.confluence.macro.AnswerFields;
import io.throughline.app.confluence.macro.Reading;
import io.throughline.app.confluence.node.KpiView;
import io.throughline.app.confluence.node.NodeView;
import io.throughline.app.confluence.node.Nodes;
import io.throughline.app.web.DeliveryView;
import io.throughline.app.web.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Turns a plan's tree into the rows of a cascade, in one reader's language. */
final class CascadePage {
    private static final int DEEPEST = 6;
    private static final int POINTS_PER_LEVEL = 14;

    private final JsonNode plan;
    private final Language language;
    private final Nodes nodes;
    private final String jira;
    private final boolean namesWork;
    private final List<LineView> lines = new ArrayList<>();

    /** @param namesWork false where others than the reader will read it */
    CascadePage(Reading read, Language language, boolean namesWork) {
        this.plan = read.json();
        this.language = language;
        this.nodes = new Nodes(read, plan, language);
        this.jira = read.jira().url().toString();
        this.namesWork = namesWork;
    }

    CascadeView view() {
        for (JsonNode theme : AnswerFields.list(plan, "themes")) {
            NodeView node = nodes.theme(theme);
            lines.add(line("theme", 0, node, ""));
            addObjectives(theme, 1);
        }
        String empty = lines.isEmpty() ? language.text("throughline.scorecard.empty") : "";
        return new CascadeView(
                nodes.head(language.text("throughline.macro.cascade.title"), empty),
                plan.path("vision").asText(""),
                plan.path("mission").asText(""),
                List.copyOf(lines));
    }

    List<String> notes() {
        return nodes.notes();
    }

    /** Only what takes part: no drafts, nothing given up. */
    private void addObjectives(JsonNode above, int depth) {
        for (JsonNode objective : AnswerFields.list(above, "objectives")) {
            String state = objective.path("state").asText("ACTIVE");
            if (!state.equals("DRAFT") && !state.equals("ABANDONED")) {
                lines.add(line("objective", depth, nodes.objective(objective), ""));
                objective.path("kpis").forEach(kpi -> lines.add(kpi(nodes.kpi(kpi), depth + 1)));
                addObjectives(objective, depth + 1);
                objective.path("contributed").forEach(each -> addContributed(each, depth + 1));
                objective.path("links").forEach(link -> lines.add(link(link, depth + 1)));
            }
        }
    }

    /** What another plan's objective brings; where that stands in its plan is that plan's cascade. */
    private void addContributed(JsonNode contribution, int depth) {
        if (contribution.path("name").isTextual()) {
            String from = language.text(
                    "throughline.macro.cascade.contributed",
                    contribution.path("plan").asText(""));
            lines.add(line("objective", depth, nodes.contributed(contribution), from));
        }
    }

    private LineView line(String kind, int depth, NodeView node, String note) {
        return new LineView(
                kind,
                language.text("throughline.macro.cascade.kind." + kind),
                Math.min(depth, DEEPEST),
                depth * POINTS_PER_LEVEL,
                node.name(),
                note,
                node.url(),
                node.owner(),
                node.outcome(),
                node.delivery(),
                node.signal(),
                "",
                "",
                "",
                "",
                "");
    }

    private LineView kpi(KpiView kpi, int depth) {
        return new LineView(
                "kpi",
                language.text("throughline.macro.cascade.kind.kpi"),
                Math.min(depth, DEEPEST),
                depth * POINTS_PER_LEVEL,
                kpi.name(),
                "",
                "",
                null,
                kpi.outcome(),
                null,
                null,
                kpi.measured(),
                kpi.target(),
                "",
                kpi.badge(),
                kpi.badgeTone());
    }

    /** Work by its title; what the reader may not browse has neither name nor address. */
    private LineView link(JsonNode link, int depth) {
        JsonNode target = link.path("target");
        String kind = target.path("kind").asText("ISSUE").toLowerCase(Locale.ROOT);
        boolean hidden = target.path("hidden").asBoolean() || !namesWork;
        String unnamed = namesWork ? "throughline.macro.cascade.hidden" : "throughline.macro.frozen.work";
        String ref = target.path("ref").asText("");
        String title = target.path("title").asText("");
        String name = hidden ? language.text(unnamed) : title.isEmpty() ? ref : title;
        DeliveryView delivery = nodes.delivery(link);
        return new LineView(
                "work",
                language.text("throughline.macro.cascade.kind." + kind),
                Math.min(depth, DEEPEST),
                depth * POINTS_PER_LEVEL,
                name,
                hidden || title.isEmpty() ? "" : ref,
                hidden || !kind.equals("issue") ? "" : jira + "/browse/" + ref,
                null,
                null,
                delivery,
                null,
                "",
                "",
                delivery == null ? "" : delivery.sizes(),
                target.path("dead").asBoolean() ? language.text("throughline.macro.cascade.dead") : "",
                "tl-warn");
    }
}
