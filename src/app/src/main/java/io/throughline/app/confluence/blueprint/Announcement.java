package io.throughline.app.confluence.blueprint;

import io.throughline.app.confluence.act.JiraAsUser;
import io.throughline.app.web.Language;
import io.throughline.app.web.Languages;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * <em>Strategy announcement</em>: what, why, what changes for whom. Vision and mission are the plan's; what changes is the author's to say,
 * and no sentence is written in their place.
 */
public class Announcement extends StrategyPage {
    private static final String TEXTS = "throughline.blueprint.announcement.";
    private static final List<String> COLUMNS = List.of("who", "what", "when", "ask");

    @Inject
    public Announcement(JiraAsUser jira, Languages languages) {
        super(jira, languages, Clock.systemUTC());
    }

    @Override
    void fill(Map<String, Object> context, Subject subject, Language language, LocalDate today) {
        context.put(
                TITLE,
                title(
                        subject,
                        language.text(TEXTS + "title", subject.name()),
                        language.text("throughline.blueprint.announcement")));
        for (String heading : List.of("what", "why", "changes", "more")) {
            context.put(heading + "Heading", language.text(TEXTS + heading));
        }
        context.put("what", said(subject, "vision", language.text(TEXTS + "what.hint")));
        context.put("why", said(subject, "mission", language.text(TEXTS + "why.hint")));
        context.put("changes", changes(subject, language));
        context.put("sheet", about(subject, "strategy-map"));
        context.put("pulse", pulse());
    }

    private static String said(Subject subject, String field, String hint) {
        String words = subject.plan().path(field).asText("");
        Storage part = new Storage();
        if (!words.isBlank()) {
            part.paragraph(words);
        }
        return part.hint(hint).toString();
    }

    /** One row for each owner of a theme: whom to ask. At least three rows to write in. */
    private String changes(Subject subject, Language language) {
        List<List<String>> rows = new ArrayList<>();
        StreamSupport.stream(subject.scorecard(jira()).path("groups").spliterator(), false)
                .map(theme -> theme.path("owner").path("name").asText(""))
                .filter(owner -> !owner.isEmpty())
                .distinct()
                .forEach(owner -> rows.add(List.of("", "", "", owner)));
        while (rows.size() < 3) {
            rows.add(List.of("", "", "", ""));
        }
        return new Storage()
                .table(
                        COLUMNS.stream()
                                .map(column -> language.text(TEXTS + "column." + column))
                                .toList(),
                        COLUMNS.stream()
                                .map(column -> language.text(TEXTS + "column." + column + ".hint"))
                                .toList(),
                        rows)
                .toString();
    }
}
