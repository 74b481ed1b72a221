package io.throughline.app.confluence.macro;

import com.atlassian.templaterenderer.TemplateRenderer;
import io.throughline.app.confluence.link.JiraReply.Refusal;
import io.throughline.app.web.Language;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What stands around every macro: above it why it is not newer, below it from where and when it is. */
final class Frame {
    private final TemplateRenderer templates;
    private final Language language;
    private final Medium medium;

    Frame(TemplateRenderer templates, Language language, Medium medium) {
        this.templates = templates;
        this.language = language;
        this.medium = medium;
    }

    /** A notice in place of a macro. */
    String around(NoticeView notice) throws IOException {
        return enclosed("tl tl-macro", rendered("notice", notice, List.of()));
    }

    String around(Shown shown, Rendering page, Notices notices) throws IOException {
        StringBuilder html = new StringBuilder();
        Refusal instead = page.instead();
        if (instead != null) {
            html.append(rendered("notice", notices.copy(instead, oldest(page)), List.of()));
        }
        html.append(rendered(shown.template(), shown.view(), shown.words()));
        if (!page.readings().isEmpty()) {
            html.append(rendered("foot", foot(shown, page), List.of()));
        }
        return enclosed("tl tl-macro tl-macro-card", html.toString());
    }

    private String enclosed(String classes, String html) {
        return medium.isScreen() ? "<div class=\"" + classes + "\">" + html + "</div>" : html;
    }

    private FootView foot(Shown shown, Rendering page) {
        String jira = page.readings().get(0).jira().name();
        String version = Long.toString(page.readings().stream()
                .mapToLong(each -> each.json().path("modelVersion").asLong())
                .max()
                .orElseThrow());
        String readAt = language.instant(oldest(page));
        LocalDate day = page.asOf();
        List<String> notes = new ArrayList<>();
        if (!page.parameters().text(StrategyMacro.PINNED).isEmpty()) {
            notes.add(
                    language.text("throughline.macro.pinned", page.parameters().text(StrategyMacro.PINNED)));
        }
        notes.addAll(shown.notes());
        String source = version.equals("0") ? "throughline.macro.source" : "throughline.macro.source.version";
        return new FootView(
                language.text("throughline.macro.asOf", day == null ? readAt : language.date(day)),
                language.text(source, jira, version)
                        + (day == null ? "" : language.text("throughline.macro.source.readAt", readAt)),
                notes);
    }

    /** When the oldest of the answers was read: a macro is as old as its oldest number. */
    private static Instant oldest(Rendering page) {
        return page.readings().stream()
                .map(Reading::readAt)
                .sorted()
                .findFirst()
                .orElseThrow();
    }

    private String rendered(String template, Object view, List<String> words) throws IOException {
        StringWriter html = new StringWriter();
        templates.render(
                "/templates/confluence/" + template + (medium.isScreen() ? "" : "-print") + ".vm",
                Map.of("view", view, "words", language.texts(words), "shapes", medium.hasShapes()),
                html);
        return html.toString();
    }
}
