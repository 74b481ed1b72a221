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
 * logged in is sent to log in; whoever may not view strategy, or asks for a plan that does not exist, gets the same 404
 * as for any address that is not there.
 */
@JiraComponent
public class StrategyPages {
    static final String PATH = "/throughline/plans";

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
        String rest = rest(request);
        if (!caller.get().mayView()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (rest.isEmpty()) {
            show("plans", Map.of(), caller.get(), response);
        } else {
            Optional<Plan> plan = store.model().plan(rest);
            if (plan.isPresent()) {
                Plan found = plan.get();
                show("tree", Map.of("plan", found.key(), "name", found.name()), caller.get(), response);
            } else {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
        }
    }

    private void show(String page, Map<String, Object> what, Caller caller, HttpServletResponse response)
            throws IOException {
        Language language = languages.ofReader();
        resources.require(page);
        Map<String, Object> context = new HashMap<>(what);
        context.put("mayEdit", caller.mayEdit());
        context.put("locale", language.locale().toLanguageTag());
        context.put("strategy", language.text("throughline.strategy"));
        context.put("noscript", language.text("throughline.page.noscript"));
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        templates.render("/templates/jira/" + page + ".vm", context, response.getWriter());
    }

    /** What follows the path of the pages; platforms cut servlet path and path info differently. */
    private static String rest(HttpServletRequest request) {
        String uri = request.getRequestURI();
        String rest = uri.substring(uri.indexOf(PATH) + PATH.length());
        String inside = rest.startsWith("/") ? rest.substring(1) : rest;
        return inside.endsWith("/") ? inside.substring(0, inside.length() - 1) : inside;
    }

    private static URI here(HttpServletRequest request) {
        String query = request.getQueryString();
        return URI.create(request.getRequestURI() + (query == null ? "" : "?" + query));
    }
}
