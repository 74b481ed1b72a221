package io.throughline.app.confluence.blueprint;

import io.throughline.app.confluence.act.JiraAsUser;
import io.throughline.app.web.Language;
import io.throughline.app.web.Languages;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

/** <em>Strategy on a page</em>: the plan as one sheet, and whether it made sense to those who read it. */
public class OnAPage extends StrategyPage {
    @Inject
    public OnAPage(JiraAsUser jira, Languages languages) {
        super(jira, languages, Clock.systemUTC());
    }

    @Override
    void fill(Map<String, Object> context, Subject subject, Language language, LocalDate today) {
        context.put(
                TITLE,
                title(
                        subject,
                        language.text("throughline.blueprint.on-a-page.title", subject.name()),
                        language.text("throughline.blueprint.on-a-page")));
        context.put("sheet", about(subject, "strategy-on-a-page"));
        context.put("pulse", pulse());
    }
}
