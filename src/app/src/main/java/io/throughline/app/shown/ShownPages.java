package io.throughline.app.shown;

import com.atlassian.applinks.api.ApplicationLink;
import com.atlassian.applinks.api.ApplicationLinkRequest;
import com.atlassian.applinks.api.ApplicationLinkRequestFactory;
import com.atlassian.applinks.api.ApplicationLinkResponseHandler;
import com.atlassian.applinks.api.ApplicationLinkService;
import com.atlassian.applinks.api.CredentialsRequiredException;
import com.atlassian.applinks.api.application.confluence.ConfluenceApplicationType;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.JiraImport;
import com.atlassian.sal.api.net.Request;
import com.atlassian.sal.api.net.Response;
import com.atlassian.sal.api.net.ResponseException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.throughline.app.shown.Shown.Page;
import io.throughline.app.shown.Shown.State;
import io.throughline.app.shown.Shown.Via;
import io.throughline.app.web.Followable;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the linked Confluence, as the current user, which pages show a thing. Never while a page of Jira renders: scripts ask later. */
@JiraComponent
public class ShownPages {
    /** Pages with our macros that are looked at; the newest. */
    static final int MOST = 200;

    private static final int AT_ONCE = 50;
    private static final int LARGEST_BODY = 16 * 1024 * 1024;
    private static final Duration BUDGET = Duration.ofSeconds(8);
    private static final int TO_CONNECT_MILLIS = 1_000;
    private static final int TO_READ_MILLIS = 5_000;

    /** Names in storage format; pulse and actions show nothing of the strategy. */
    private static final List<String> MACROS = List.of(
            "strategy-scorecard",
            "strategy-map",
            "strategy-cascade",
            "strategy-objective",
            "strategy-kpi",
            "strategy-health",
            "strategy-orphans",
            "strategy-changes",
            "strategy-on-a-page");

    private static final Logger LOG = LoggerFactory.getLogger(ShownPages.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ApplicationLinkService links;
    private final Clock clock;

    @Inject
    public ShownPages(@JiraImport ApplicationLinkService links) {
        this(links, Clock.systemUTC());
    }

    ShownPages(ApplicationLinkService links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    /**
     * A thing of the strategy, as pages may name it.
     *
     * @param kpis of an objective, itself and none below
     */
    public record Thing(String key, Set<String> kpis, String plan) {}

    /** Never throws for what Confluence does. */
    public Shown of(Thing thing) {
        ApplicationLink link = links.getPrimaryApplicationLink(ConfluenceApplicationType.class);
        if (link == null) {
            return Shown.without(State.NO_LINK, "", null);
        }
        ApplicationLinkRequestFactory asUser = link.createImpersonatingAuthenticatedRequestFactory();
        if (asUser == null) {
            return Shown.without(State.NO_ANSWER, link.getName(), null);
        }
        try {
            return read(link, asUser, thing);
        } catch (CredentialsRequiredException e) {
            return Shown.without(State.NOT_AUTHORISED, link.getName(), Followable.only(e.getAuthorisationURI()));
        } catch (ResponseException | RuntimeException e) {
            LOG.info(
                    "Confluence {} did not say which pages show {}: {}",
                    link.getDisplayUrl(),
                    thing.key(),
                    e.toString());
            return Shown.without(State.NO_ANSWER, link.getName(), null);
        }
    }

    private Shown read(ApplicationLink link, ApplicationLinkRequestFactory asUser, Thing thing)
            throws CredentialsRequiredException, ResponseException {
        List<Page> pages = new ArrayList<>();
        Instant end = clock.instant().plus(BUDGET);
        for (int start = 0; start < MOST; start += AT_ONCE) {
            Optional<JsonNode> found = search(asUser, start);
            if (found.isEmpty()) {
                return Shown.without(
                        State.NOT_AUTHORISED, link.getName(), Followable.only(asUser.getAuthorisationURI()));
            }
            JsonNode results = found.get().path("results");
            results.forEach(page -> add(page, thing, link, pages));
            if (results.size() < AT_ONCE) {
                return shown(link, pages, true);
            }
            if (clock.instant().isAfter(end)) {
                return shown(link, pages, false);
            }
        }
        return shown(link, pages, false);
    }

    private static Shown shown(ApplicationLink link, List<Page> pages, boolean isAll) {
        pages.sort(Comparator.comparing(Page::via));
        return new Shown(State.READY, link.getName(), null, pages, isAll);
    }

    /** Empty when Confluence wants the person to allow it first. */
    private static Optional<JsonNode> search(ApplicationLinkRequestFactory asUser, int start)
            throws CredentialsRequiredException, ResponseException {
        String cql = "type = page and macro in (\"" + String.join("\", \"", MACROS) + "\") order by lastmodified desc";
        ApplicationLinkRequest request = asUser.createRequest(
                Request.MethodType.GET,
                "rest/api/content/search?expand=body.storage,space&limit=" + AT_ONCE + "&start=" + start + "&cql="
                        + URLEncoder.encode(cql, StandardCharsets.UTF_8).replace("+", "%20"));
        request.setConnectionTimeout(TO_CONNECT_MILLIS);
        request.setSoTimeout(TO_READ_MILLIS);
        request.setFollowRedirects(false);
        request.setHeader("Accept", "application/json");
        return request.execute(new Handler());
    }

    private static void add(JsonNode page, Thing thing, ApplicationLink link, List<Page> into) {
        String path = page.path("_links").path("webui").asText("");
        Via via = via(page.path("body").path("storage").path("value").asText(""), thing);
        // a page's address is Confluence's own: what leads elsewhere is not printed
        if (via != null && path.startsWith("/") && !path.startsWith("//")) {
            into.add(new Page(
                    page.path("title").asText(""),
                    page.path("space").path("name").asText(""),
                    link.getDisplayUrl() + path,
                    via));
        }
    }

    /** The nearest of the ways in which a page shows it; null when it does not. */
    private static @Nullable Via via(String storage, Thing thing) {
        Via nearest = null;
        for (PageMacros.Macro macro : PageMacros.of(storage)) {
            if (MACROS.contains(macro.name())) {
                String objective = macro.parameters().getOrDefault("objective", "");
                String kpi = macro.parameters().getOrDefault("kpi", "");
                if (objective.equalsIgnoreCase(thing.key()) || kpi.equalsIgnoreCase(thing.key())) {
                    return Via.ITSELF;
                }
                if (thing.kpis().contains(kpi)) {
                    nearest = Via.KPI;
                } else if (nearest == null
                        && macro.parameters().getOrDefault("plan", "").equalsIgnoreCase(thing.plan())) {
                    nearest = Via.PLAN;
                }
            }
        }
        return nearest;
    }

    private record Handler() implements ApplicationLinkResponseHandler<Optional<JsonNode>> {
        @Override
        public Optional<JsonNode> handle(Response response) throws ResponseException {
            if (response.getStatusCode() != 200) {
                throw new ResponseException("status " + response.getStatusCode());
            }
            try (InputStream in = response.getResponseBodyAsStream()) {
                JsonNode read = JSON.readTree(in.readNBytes(LARGEST_BODY));
                if (!(read == null ? MissingNode.getInstance() : read)
                        .path("results")
                        .isArray()) {
                    throw new ResponseException("not a list of pages");
                }
                return Optional.of(read);
            } catch (IOException e) {
                throw new ResponseException("not JSON", e);
            }
        }

        @Override
        public Optional<JsonNode> credentialsRequired(Response response) {
            return Optional.empty();
        }
    }
}
