package io.throughline.app.confluence.blueprint;

import io.throughline.app.confluence.act.JiraAsUser;
import io.throughline.app.web.Language;
import io.throughline.app.web.Languages;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Map;

/** <em>Quarterly strategy review</em>: an agenda of exceptions, and a place for what is decided and done about them. */
public class QuarterlyReview extends StrategyPage {
    private static final String TEXTS = "throughline.blueprint.review.";

    @Inject
    public QuarterlyReview(JiraAsUser jira, Languages languages) {
        this(jira, languages, Clock.systemUTC());
    }

    QuarterlyReview(JiraAsUser jira, Languages languages, Clock clock) {
        super(jira, languages, clock);
    }

    @Override
    void fill(Map<String, Object> context, Subject subject, Language language, LocalDate today) {
        String quarter = language.text(
                TEXTS + "quarter",
                Integer.toString(today.get(IsoFields.QUARTER_OF_YEAR)),
                Integer.toString(today.getYear()));
        context.put(
                TITLE,
                title(
                        subject,
                        language.text(TEXTS + "title", subject.name(), quarter),
                        language.text(TEXTS + "title.alone", quarter)));
        for (String heading : List.of("health", "agenda", "changes", "actions")) {
            context.put(heading + "Heading", language.text(TEXTS + heading));
        }
        String since = today.minusMonths(3).toString();
        context.put(
                "health",
                new Storage()
                        .macro("strategy-health", Map.of("plan", subject.key(), "since", since))
                        .toString());
        context.put("agenda", Agenda.of(subject.scorecard(jira()), language, today));
        context.put(
                "changes",
                new Storage()
                        .macro("strategy-changes", Map.of("plan", subject.key(), "from", since))
                        .toString());
        context.put(
                "actions",
                new Storage()
                        .macroWithBody("strategy-actions", Map.of("plan", subject.key()))
                        .toString());
        context.put("pulse", pulse());
    }
}
