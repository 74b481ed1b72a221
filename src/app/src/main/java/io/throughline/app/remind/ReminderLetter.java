package io.throughline.app.remind;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import com.atlassian.templaterenderer.TemplateRenderer;
import io.throughline.app.access.People;
import io.throughline.app.inbox.Due;
import io.throughline.app.inbox.Due.What;
import io.throughline.app.web.Language;
import io.throughline.app.web.Languages;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.StrategyModel;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes a mail in its reader's language. It names KPIs, objectives and plans, which whoever may view strategy may read,
 * and no work at all: no issue, no project, no query.
 */
@JiraComponent
public class ReminderLetter {
    private static final String TEMPLATE = "/templates/jira/reminder.vm";
    private static final String PAGES = "/plugins/servlet/throughline/";

    private final Languages languages;
    private final People people;
    private final TemplateRenderer templates;
    private final ApplicationProperties properties;

    @Inject
    public ReminderLetter(
            Languages languages,
            People people,
            @ComponentImport TemplateRenderer templates,
            @ComponentImport("salApplicationProperties") ApplicationProperties properties) {
        this.languages = languages;
        this.people = people;
        this.templates = templates;
        this.properties = properties;
    }

    /** A mail that is ready to be sent. */
    record Written(String subject, String html) {}

    /** @param reminders not empty, in the order in which they are listed */
    Written write(StrategyModel model, LocalDate today, String reader, List<Reminder> reminders) {
        Language language = languages.of(reader);
        String pages = properties.getBaseUrl(UrlMode.CANONICAL) + PAGES;
        List<ReminderLine> lines = reminders.stream()
                .map(each -> line(model, today, reader, language, pages, each))
                .toList();
        String subject = language.counted("throughline.remind.subject", lines.size());
        Map<String, Object> values = Map.of(
                "title",
                subject,
                "intro",
                language.counted("throughline.remind.intro", lines.size()),
                "lines",
                lines,
                "url",
                pages + "my-kpis",
                "open",
                language.text("throughline.remind.open"),
                "why",
                language.text("throughline.remind.why"));
        StringWriter html = new StringWriter();
        try {
            templates.render(TEMPLATE, values, html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Written(subject, html.toString());
    }

    private ReminderLine line(
            StrategyModel model, LocalDate today, String reader, Language language, String pages, Reminder reminder) {
        Due due = reminder.due();
        Kpi kpi = Objects.requireNonNull(due.kpi());
        List<String> place = new ArrayList<>();
        if (due.objective() != null) {
            place.add(due.objective().name());
        }
        model.planOf(kpi.key()).map(Plan::name).ifPresent(place::add);
        long days = ChronoUnit.DAYS.between(reminder.from(), today) + 1;
        return new ReminderLine(
                kpi.name(),
                pages + "kpis/" + kpi.key(),
                String.join(", ", place),
                language.date(due.day()),
                language.text("throughline.remind." + (due.what() == What.OVERDUE ? "value" : "attestation")),
                language.counted("throughline.remind.late", days),
                due.owner().equals(reader) ? "" : language.text("throughline.remind.stand-in", name(due.owner())));
    }

    private String name(String key) {
        return people.withKey(key).map(People.Person::fullName).orElse(key);
    }
}
