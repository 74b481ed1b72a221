package io.throughline.app.jira;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.templaterenderer.TemplateRenderer;
import io.throughline.app.access.Access;
import io.throughline.app.access.Caller;
import io.throughline.app.store.StrategyStore;
import io.throughline.app.web.Language;
import io.throughline.app.web.Languages;
import io.throughline.app.web.PageResources;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.StrategyModel;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The shells of the strategy pages: title, mount point and resources; the scripts fill them over REST. Whoever is not
 * logged in is sent to log in; whoever may not view strategy, or asks for something that does not exist or is not theirs
 * to administer, gets the same 404 as for any address that is not there.
 */
@JiraComponent
public class StrategyPages {
    static final String PATH = "/throughline/";

    private final Access access;
    private final StrategyStore store;
    private final Languages languages;
    private final PageResources resources;
    private final TemplateRenderer templates;
    private final LoginUriProvider logins;

    @Inject
    public StrategyPages(
            Access access,
            StrategyStore store,
            Languages languages,
            PageResources resources,
            @ComponentImport TemplateRenderer templates,
            @ComponentImport LoginUriProvider logins) {
        this.access = access;
        this.store = store;
        this.languages = languages;
        this.resources = resources;
        this.templates = templates;
        this.logins = logins;
    }

    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Caller> caller = access.caller();
        if (caller.isEmpty()) {
            response.sendRedirect(logins.getLoginUri(here(request)).toString());
            return;
        }
        Optional<Shell> shell = caller.get().mayView() ? shell(rest(request), caller.get()) : Optional.empty();
        if (shell.isPresent()) {
            show(shell.get(), caller.get(), response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /**
     * A page to be filled.
     *
     * @param name of its mount point and of its web-resource
     * @param template which of the two shells of pages, or one of the page's own
     * @param what the template shows beside what every page has
     */
    private record Shell(String name, String template, Map<String, Object> what) {
        /** A page with a template of its own. */
        static Shell own(String name, Map<String, Object> what) {
            return new Shell(name, name, what);
        }

        /** A page in the common template: a title, and the keys of what it shows; empty where there is none. */
        static Shell common(String name, String title, String key, String plan) {
            return new Shell(name, "page", Map.of("page", name, "name", title, "key", key, "plan", plan));
        }
    }

    /** @param path what follows the servlets' common path, such as {@code plans/PLAN-1} */
    private Optional<Shell> shell(String path, Caller caller) {
        String[] parts = path.split("/", -1);
        StrategyModel model = store.model();
        return switch (parts.length) {
            case 1 -> wholePage(path, caller);
            case 2 -> pageOf(parts[0], parts[1], model);
            case 3 ->
                parts[0].equals("plans") && parts[2].equals("overview")
                        ? model.plan(parts[1])
                                .map(plan -> Shell.common("overview", plan.name(), plan.key(), plan.key()))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Shell> wholePage(String name, Caller caller) {
        return switch (name) {
            case "plans" -> Optional.of(Shell.own("plans", Map.of()));
            case "my-kpis", "changes", "triage", "hygiene", "exemptions" ->
                Optional.of(Shell.common(name, title(name), "", ""));
            case "settings" -> Optional.of(Shell.own("settings", Map.of())).filter(shell -> caller.mayAdminister());
            case "exchange" ->
                Optional.of(Shell.common(name, title(name), "", "")).filter(shell -> caller.mayAdminister());
            default -> Optional.empty();
        };
    }

    private String title(String name) {
        return languages.ofReader().text("throughline." + name + ".title");
    }

    /** The page of one object; its plan comes along where it has one. */
    private static Optional<Shell> pageOf(String kind, String key, StrategyModel model) {
        return switch (kind) {
            case "plans" -> model.plan(key).map(plan -> Shell.own("tree", Map.of("plan", key, "name", plan.name())));
            case "objectives" ->
                model.objective(key)
                        .flatMap(objective -> model.planOf(key)
                                .map(plan -> Shell.own(
                                        "objective",
                                        Map.of("objective", key, "plan", plan.key(), "name", objective.name()))));
            case "kpis" ->
                model.kpi(key)
                        .map(kpi -> Shell.common(
                                "kpi",
                                kpi.name(),
                                key,
                                model.planOf(key).map(Plan::key).orElse("")));
            default -> Optional.empty();
        };
    }

    private void show(Shell shell, Caller caller, HttpServletResponse response) throws IOException {
        Language language = languages.ofReader();
        resources.require(shell.name());
        Map<String, Object> context = new HashMap<>(shell.what());
        context.put("user", caller.name());
        context.put("mayEdit", caller.mayEdit());
        context.put("mayAdminister", caller.mayAdminister());
        context.put("locale", language.locale().toLanguageTag());
        context.put("strategy", language.text("throughline.strategy"));
        context.put("noscript", language.text("throughline.page.noscript"));
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        templates.render("/templates/jira/" + shell.template() + ".vm", context, response.getWriter());
    }

    /** What follows the common path of the pages; platforms cut servlet path and path info differently. */
    private static String rest(HttpServletRequest request) {
        String uri = request.getRequestURI();
        String rest = uri.substring(uri.indexOf(PATH) + PATH.length());
        return rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
    }

    private static URI here(HttpServletRequest request) {
        String query = request.getQueryString();
        return URI.create(request.getRequestURI() + (query == null ? "" : "?" + query));
    }
}
