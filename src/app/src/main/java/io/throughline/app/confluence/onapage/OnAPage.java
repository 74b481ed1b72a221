package io.throughline.app.confluence.onapage;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.confluence.macro.AnswerFields;
import io.throughline.app.confluence.macro.Reading;
import io.throughline.app.confluence.node.KpiView;
import io.throughline.app.confluence.node.NodeView;
import io.throughline.app.confluence.node.Nodes;
import io.throughline.app.web.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a scorecard and what changed into one sheet, in one reader's language. */
final class OnAPage {
    private static final int MOST_BESIDE = 4;
    private static final int MOST_FIRST = 3;

    private final JsonNode card;
    private final @Nullable JsonNode standing;
    private final Language language;
    private final Nodes nodes;
    private final Map<String, NodeView> objectives = new HashMap<>();

    OnAPage(Reading card, @Nullable Reading standing, Language language) {
        this.card = card.json();
        this.standing = standing == null ? null : standing.json();
        this.language = language;
        this.nodes = new Nodes(card, this.card.path("plan"), language);
    }

    OnAPageView view() {
        List<ColumnView> columns = new ArrayList<>();
        AnswerFields.list(card, "groups").forEach(group -> columns.add(column(group)));
        List<LookView> first = first();
        List<ChangeView> changes = changes();
        return new OnAPageView(
                nodes.head(
                        language.text("throughline.macro.onapage.title"),
                        columns.isEmpty() ? language.text("throughline.scorecard.empty") : ""),
                card.path("plan").path("vision").asText(""),
                rows(columns),
                changedTitle(),
                changes,
                changes.isEmpty() ? unchanged() : "",
                first,
                first.isEmpty() ? language.text("throughline.macro.onapage.calm") : "");
    }

    List<String> notes() {
        return nodes.notes();
    }

    private ColumnView column(JsonNode group) {
        List<GoalView> goals = new ArrayList<>();
        for (JsonNode row : AnswerFields.list(group, "rows")) {
            NodeView node = nodes.objective(row);
            List<KpiView> kpis = new ArrayList<>();
            row.path("kpis").forEach(kpi -> kpis.add(nodes.kpi(kpi)));
            String due = AnswerFields.knownDay(row, "due")
                    .map(day -> language.text("throughline.macro.onapage.due", language.date(day)))
                    .orElse("");
            goals.add(new GoalView(node, kpis, due));
            objectives.put(AnswerFields.text(row, "key"), node);
        }
        return new ColumnView(nodes.theme(group), goals);
    }

    /** At most four beside each other, and rows of like length. */
    private static List<RowView> rows(List<ColumnView> columns) {
        if (columns.isEmpty()) {
            return List.of();
        }
        int rows = (columns.size() + MOST_BESIDE - 1) / MOST_BESIDE;
        int beside = (columns.size() + rows - 1) / rows;
        List<RowView> found = new ArrayList<>();
        for (int from = 0; from < columns.size(); from += beside) {
            List<ColumnView> row = columns.subList(from, Math.min(columns.size(), from + beside));
            found.add(new RowView(beside, 100 / beside, List.copyOf(row)));
        }
        return found;
    }

    /** The first of what Jira says is behind. */
    private List<LookView> first() {
        List<LookView> first = new ArrayList<>();
        for (JsonNode key : AnswerFields.list(card, "lookFirst")) {
            NodeView node = objectives.get(key.asText());
            if (node != null && first.size() < MOST_FIRST) {
                first.add(new LookView(node, reason(node)));
            }
        }
        return first;
    }

    private String reason(NodeView node) {
        String said = language.text(
                "throughline.macro.onapage.reason",
                node.outcome().word(),
                node.outcome().figure());
        return node.outcome().expected().isEmpty()
                ? said
                : said + ", " + node.outcome().expected();
    }

    private String changedTitle() {
        return standing == null
                ? language.text("throughline.macro.onapage.changed")
                : AnswerFields.knownDay(standing, "since")
                        .map(day -> language.text("throughline.macro.onapage.changed.since", language.date(day)))
                        .orElse(language.text("throughline.macro.onapage.changed"));
    }

    /** Said where no change is listed. */
    private String unchanged() {
        if (standing == null) {
            return language.text("throughline.macro.onapage.untold");
        }
        return standing.path("changed").isArray()
                ? language.text("throughline.macro.onapage.unchanged")
                : AnswerFields.knownDay(standing, "since")
                        .map(day -> language.text("throughline.health.no-plan", language.date(day)))
                        .orElse(language.text("throughline.macro.onapage.untold"));
    }

    private List<ChangeView> changes() {
        List<ChangeView> changes = new ArrayList<>();
        if (standing != null) {
            standing.path("changed")
                    .forEach(each -> changes.add(new ChangeView(
                            AnswerFields.text(each, "name"),
                            nodes.signal(each.path("was")),
                            nodes.signal(each.path("is")))));
        }
        return changes;
    }
}
