package io.throughline.app.confluence.act;

import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.confluence.act.Said.Answer;
import io.throughline.app.confluence.act.Said.Silence;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the form offers to choose from: projects and objectives that the person sees in Jira. */
@ConfluenceComponent
public class Offers {
    private static final String BASE = "rest/throughline/1.0/";

    private final JiraAsUser jira;

    @Inject
    public Offers(JiraAsUser jira) {
        this.jira = jira;
    }

    /**
     * What there is to choose.
     *
     * @param silence why there is nothing, null when Jira answered
     */
    record Offer(
            List<WorkForm.Choice> projects,
            List<WorkForm.Theme> themes,
            @Nullable Silence silence) {}

    Offer offer(Wish wish) {
        Said projects = jira.get("rest/api/2/project");
        if (projects instanceof Silence silence) {
            return new Offer(List.of(), List.of(), silence);
        }
        List<WorkForm.Choice> choices = new ArrayList<>();
        if (((Answer) projects).isGood()) {
            ((Answer) projects).body().forEach(project -> choices.add(choice(project, wish.project())));
        }
        return new Offer(choices, themes(wish), null);
    }

    private List<WorkForm.Theme> themes(Wish wish) {
        String plan = wish.plan().isEmpty() ? firstPlan() : wish.plan();
        List<WorkForm.Theme> themes = new ArrayList<>();
        if (!plan.isEmpty() && jira.get(BASE + "plans/" + plan + "/scorecard") instanceof Answer scorecard) {
            scorecard.body().path("groups").forEach(group -> {
                List<WorkForm.Choice> objectives = new ArrayList<>();
                group.path("rows").forEach(row -> objectives.add(choice(row, wish.objective())));
                themes.add(new WorkForm.Theme(group.path("name").asText(), objectives));
            });
        }
        return themes;
    }

    /** Of the macro that names none: the first active plan. */
    private String firstPlan() {
        if (jira.get(BASE + "plans?limit=200") instanceof Answer plans) {
            for (JsonNode plan : plans.body().path("values")) {
                if (plan.path("state").asText().equals("ACTIVE")) {
                    return plan.path("key").asText();
                }
            }
        }
        return "";
    }

    private static WorkForm.Choice choice(JsonNode each, String chosen) {
        String key = each.path("key").asText();
        return new WorkForm.Choice(key, each.path("name").asText(), key.equals(chosen));
    }
}
