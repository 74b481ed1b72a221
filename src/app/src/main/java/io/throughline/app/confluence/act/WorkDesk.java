package io.throughline.app.confluence.act;

import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.user.UserProfile;
import com.atlassian.templaterenderer.TemplateRenderer;
import io.throughline.app.confluence.wiki.OpenPage;
import io.throughline.app.confluence.wiki.OwnForms;
import io.throughline.app.confluence.wiki.Pages;
import io.throughline.app.web.Language;
import io.throughline.app.web.Languages;
import io.throughline.app.web.PageResources;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Shows the form and takes it. A decision or an action needs the right to edit the page, since a line is written there; an idea needs the
 * right to see it. What Jira allows is Jira's to say.
 */
@ConfluenceComponent
public class WorkDesk {
    private static final List<String> WORDS = List.of(
            "throughline.actions.kind",
            "throughline.actions.decision",
            "throughline.actions.action",
            "throughline.actions.summary",
            "throughline.actions.details",
            "throughline.actions.objective",
            "throughline.actions.objective.none",
            "throughline.actions.project",
            "throughline.actions.make",
            "throughline.actions.back",
            "throughline.actions.title",
            "throughline.actions.title.idea",
            "throughline.actions.authorise");

    private final Pages pages;
    private final Offers offers;
    private final WorkMaker maker;
    private final ActionLines lines;
    private final Ideas ideas;
    private final Languages languages;
    private final PageResources resources;
    private final TemplateRenderer templates;

    @Inject
    public WorkDesk(
            Pages pages,
            Offers offers,
            WorkMaker maker,
            ActionLines lines,
            Ideas ideas,
            Languages languages,
            PageResources resources,
            @ComponentImport TemplateRenderer templates) {
        this.pages = pages;
        this.offers = offers;
        this.maker = maker;
        this.lines = lines;
        this.ideas = ideas;
        this.languages = languages;
        this.resources = resources;
        this.templates = templates;
    }

    /** Who asks, about what page, and what an idea says: together the right to be here. */
    private record Visit(UserProfile user, OpenPage page, String idea) {}

    /** A problem with what was sent; the page is shown again with what was entered. */
    private record Problem(String text, String help, String way) {
        static final Problem NONE = new Problem("", "", "");
    }

    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Wish wish = Wish.of(request);
        Optional<Visit> visit = visit(wish, response);
        if (visit.isPresent()) {
            String form = wish.ideaId() == 0 ? UUID.randomUUID().toString() : formOf(wish.ideaId(), visit.get());
            answer(visit.get(), wish.begun(form, visit.get().idea()), Problem.NONE, response);
        }
    }

    /** One form for one idea, however often it is opened: it becomes one issue; other words are another idea. */
    private static String formOf(int idea, Visit visit) {
        return UUID.nameUUIDFromBytes(("idea " + idea + ' ' + visit.idea()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    void take(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (OwnForms.isForeign(request, pages.home())) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        Wish wish = Wish.of(request);
        Optional<Visit> visit = visit(wish, response);
        if (visit.isEmpty()) {
            return;
        }
        Language language = languages.ofReader();
        Problem problem = check(wish, language);
        if (problem.equals(Problem.NONE)) {
            OpenPage page = visit.get().page();
            // whoever turns an idea into work, and whatever form they send, it is the same work
            boolean isIdea = wish.ideaId() != 0;
            Made made = maker.make(new NewWork(
                    isIdea ? formOf(wish.ideaId(), visit.get()) : wish.form(),
                    isIdea ? "" : visit.get().user().getUserKey().getStringValue(),
                    wish.project(),
                    wish.objective(),
                    wish.summary(),
                    wish.details(),
                    language.text("throughline.actions.source", page.title(), pages.url(page.id()))));
            problem = made instanceof Made.Issue issue ? noted(issue, wish, visit.get(), language) : of(made, language);
        }
        if (problem.equals(Problem.NONE)) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            String part = wish.ideaId() == 0 ? "#throughline-actions" : "#throughline-pulse";
            response.setHeader(
                    "Location", pages.context() + Pages.path(visit.get().page().id()) + part);
        } else {
            answer(visit.get(), wish, problem, response);
        }
    }

    /** Who is not logged in, or may not see what they ask for, gets an answer here. */
    private Optional<Visit> visit(Wish wish, HttpServletResponse response) throws IOException {
        Optional<UserProfile> user = pages.user();
        if (user.isEmpty()) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return Optional.empty();
        }
        Optional<OpenPage> page = pages.page(wish.pageId());
        Optional<Visit> visit = wish.ideaId() == 0
                ? page.filter(OpenPage::mayEdit).map(found -> new Visit(user.get(), found, ""))
                : page.flatMap(found -> ideas.words(found, wish.ideaId(), user.get())
                        .map(words -> new Visit(user.get(), found, words)));
        if (visit.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
        return visit;
    }

    private static Problem check(Wish wish, Language language) {
        if (wish.summary().isEmpty() || wish.summary().length() > NewWork.LONGEST_SUMMARY) {
            return problem(language, "summary");
        }
        if (wish.details().length() > NewWork.LONGEST_DETAILS || !wish.form().matches("[0-9a-f-]{36}")) {
            return problem(language, "details");
        }
        return wish.project().isEmpty() ? problem(language, "project") : Problem.NONE;
    }

    private static Problem problem(Language language, String what) {
        return new Problem(language.text("throughline.actions.problem." + what), "", "");
    }

    /** Writes down that there is an issue, where people look for it. */
    private Problem noted(Made.Issue issue, Wish wish, Visit visit, Language language) {
        boolean isWritten;
        if (wish.ideaId() == 0) {
            isWritten = lines.add(visit.page().id(), issue, wish, visit.user(), language);
        } else {
            ideas.became(wish.ideaId(), issue.url());
            isWritten = true;
        }
        boolean isLinked = issue.link() == Made.Link.NONE || issue.link() == Made.Link.LINKED;
        if (isWritten && isLinked) {
            return Problem.NONE;
        }
        String text = isLinked
                ? language.text("throughline.actions.made.unwritten", issue.key())
                : language.text("throughline.actions.made." + issue.link().name(), issue.key(), wish.objective());
        return new Problem(text, issue.words(), issue.url());
    }

    private static Problem of(Made made, Language language) {
        if (made instanceof Made.Refused refused) {
            String words = refused.words().isEmpty() ? Integer.toString(refused.status()) : refused.words();
            return new Problem(language.text("throughline.actions.problem.refused"), words, "");
        }
        if (made instanceof Made.Unknown unknown) {
            return silence(unknown.silence(), language);
        }
        return new Problem(language.text("throughline.actions.problem.underway"), "", "");
    }

    /** Why nothing can be chosen. Nothing was sent yet, whatever Jira does. */
    private static Problem of(Offers.Offer offer, Language language) {
        Said.Silence silence = offer.silence();
        if (silence != null && silence.reason() != Said.Reason.NO_ANSWER) {
            return silence(silence, language);
        }
        String key = "throughline.actions.problem.no-projects";
        return offer.projects().isEmpty()
                ? new Problem(language.text(key), language.text(key + ".help"), "")
                : Problem.NONE;
    }

    private static Problem silence(Said.Silence silence, Language language) {
        String key = "throughline.actions.problem." + silence.reason().name();
        String jira = silence.jira() == null ? "" : silence.jira().name();
        return new Problem(
                language.text(key, jira),
                language.text(key + ".help", jira),
                silence.way() == null ? "" : silence.way().toString());
    }

    private void answer(Visit visit, Wish wish, Problem problem, HttpServletResponse response) throws IOException {
        Language language = languages.ofReader();
        Offers.Offer offer = offers.offer(wish);
        Problem shown = problem.equals(Problem.NONE) ? of(offer, language) : problem;
        WorkForm form = new WorkForm(
                pages.context() + "/plugins/servlet" + WorkForm.PATH,
                wish.form(),
                visit.page().id(),
                visit.page().title(),
                pages.context() + Pages.path(visit.page().id()),
                wish.ideaId(),
                wish.plan(),
                wish.isDecision(),
                wish.summary(),
                wish.details(),
                offer.themes(),
                offer.projects(),
                shown.text(),
                shown.help(),
                shown.way());
        resources.require("page-work-look");
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        templates.render(
                "/templates/confluence/page-work.vm",
                Map.of("view", form, "words", language.texts(WORDS)),
                response.getWriter());
    }
}
