package io.throughline.app.confluence.macro;

import com.atlassian.templaterenderer.TemplateRenderer;
import io.throughline.app.confluence.link.JiraReply.Refusal;
import io.throughline.app.confluence.macro.StrategyMacro.Rendered;
import io.throughline.app.confluence.paper.Paper;
import io.throughline.app.web.Language;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    Rendered around(NoticeView notice) throws IOException {
        return new Rendered(enclosed("tl tl-macro\"", rendered("notice", notice, List.of(), null)), notice);
    }

    /** @param fingerprint by which a script can say which macro of the page this is */
    Rendered around(Shown shown, Rendering page, Notices notices, String fingerprint) throws IOException {
        StringBuilder html = new StringBuilder();
        Refusal instead = page.instead();
        NoticeView notice = instead == null ? null : notices.copy(instead, oldest(page));
        if (notice != null) {
            html.append(rendered("notice", notice, List.of(), null));
        }
        html.append(rendered(shown.template(), shown.view(), shown.words(), page));
        if (!page.readings().isEmpty()) {
            html.append(rendered("foot", foot(shown, page), List.of(), null));
        }
        if (medium == Medium.PAGE) {
            html.append(frozen(page));
        }
        String attributes = "tl tl-macro tl-macro-card\" data-tl-macro=\"" + fingerprint + "\" data-tl-version=\""
                + version(page) + "\" data-tl-pinned=\"" + isPinned(page) + "\"";
        return new Rendered(enclosed(attributes, html.toString()), notice);
    }

    private String enclosed(String attributes, String html) {
        return medium.isScreen() ? "<div class=\"" + attributes + ">" + html + "</div>" : html;
    }

    private String frozen(Rendering page) throws IOException {
        StringWriter html = new StringWriter();
        String jira = page.jira() == null ? "" : page.jira().name();
        FrozenView view = new FrozenView(
                language.text("throughline.macro.frozen", language.instant(oldest(page))),
                page.source(),
                language.text("throughline.macro.frozen.open", jira));
        templates.render("/templates/confluence/frozen.vm", Map.of("view", view), html);
        return html.toString();
    }

    private static boolean isPinned(Rendering page) {
        return !page.parameters().text(StrategyMacro.PINNED).isEmpty();
    }

    /** Of the strategy, the newest of all answers; 0 where none says. */
    private static long version(Rendering page) {
        return page.readings().stream()
                .mapToLong(each -> each.json().path("modelVersion").asLong())
                .max()
                .orElse(0);
    }

    private FootView foot(Shown shown, Rendering page) {
        String jira = page.readings().get(0).jira().name();
        String version = Long.toString(version(page));
        String readAt = language.instant(oldest(page));
        LocalDate day = page.asOf();
        List<String> notes = new ArrayList<>();
        if (isPinned(page)) {
            notes.add(pinned(page.parameters().text(StrategyMacro.PINNED), version));
        }
        notes.addAll(shown.notes());
        String source = version.equals("0") ? "throughline.macro.source" : "throughline.macro.source.version";
        return new FootView(
                language.text("throughline.macro.asOf", day == null ? readAt : language.date(day)),
                language.text(source, jira, version)
                        + (day == null ? "" : language.text("throughline.macro.source.readAt", readAt)),
                notes);
    }

    /**
     * At which version it was pinned. What is shown is the end of that day: where the strategy was changed again until then, that
     * is said, since it is not what was seen when it was pinned.
     */
    private String pinned(String at, String shown) {
        if (!at.matches("[1-9][0-9]{0,17}")) {
            return language.text("throughline.macro.pinned");
        }
        return at.equals(shown) || shown.equals("0")
                ? language.text("throughline.macro.pinned.version", at)
                : (medium.hasShapes() ? "▲ " : "") + language.text("throughline.macro.pinned.changed", at, shown);
    }

    /** When the oldest of the answers was read: a macro is as old as its oldest number. */
    private static Instant oldest(Rendering page) {
        return page.readings().stream()
                .map(Reading::readAt)
                .sorted()
                .findFirst()
                .orElseThrow();
    }

    /** @param page where pictures may be painted; null where the template has none */
    private String rendered(String template, Object view, List<String> words, @Nullable Rendering page)
            throws IOException {
        StringWriter html = new StringWriter();
        templates.render(
                "/templates/confluence/" + template + (medium.isScreen() ? "" : "-print") + ".vm",
                Map.of(
                        "view",
                        view,
                        "words",
                        language.texts(words),
                        "shapes",
                        medium.hasShapes(),
                        "paper",
                        new Paper(medium.hasShapes(), drawing -> page == null ? null : page.picture(drawing))),
                html);
        return html.toString();
    }
}
