package io.throughline.app.shown;

import com.atlassian.applinks.api.ApplicationLink;
import com.atlassian.applinks.api.ApplicationLinkService;
import com.atlassian.applinks.api.application.confluence.ConfluenceApplicationType;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.JiraImport;
import com.atlassian.sal.api.net.Response;
import com.atlassian.sal.api.net.ResponseException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.throughline.app.shown.Shown.Page;
import io.throughline.app.shown.Shown.State;
import io.throughline.app.shown.Shown.Via;
import io.throughline.app.web.LinkedCall;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
    private static final Duration TO_CONNECT = Duration.ofSeconds(1);
    private static final Duration TO_READ = Duration.ofSeconds(5);

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
        List<Page> pages = new ArrayList<>();
        Instant end = clock.instant().plus(BUDGET);
        for (int start = 0; start < MOST; start += AT_ONCE) {
            Found found = LinkedCall.get(search(start), TO_CONNECT, TO_READ).over(link, new Search(link, thing));
            if (found.instead() != null) {
                return found.instead();
            }
            found.results().forEach(page -> add(page, thing, link, pages));
            if (found.results().size() < AT_ONCE) {
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

    private static String search(int start) {
        String cql = "type = page and macro in (\"" + String.join("\", \"", MACROS) + "\") order by lastmodified desc";
        return "rest/api/content/search?expand=body.storage,space&limit=" + AT_ONCE + "&start=" + start + "&cql="
                + URLEncoder.encode(cql, StandardCharsets.UTF_8).replace("+", "%20");
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

    /**
     * What came of one search.
     *
     * @param instead why there is none, null where there is
     */
    private record Found(JsonNode results, @Nullable Shown instead) {}

    private record Search(ApplicationLink link, Thing thing) implements LinkedCall.Outcome<Found> {
        @Override
        public Found answered(Response response) throws ResponseException {
            if (response.getStatusCode() != 200) {
                throw new ResponseException("status " + response.getStatusCode());
            }
            try (InputStream in = response.getResponseBodyAsStream()) {
                JsonNode read = JSON.readTree(in.readNBytes(LARGEST_BODY));
                JsonNode results = (read == null ? MissingNode.getInstance() : read).path("results");
                if (!results.isArray()) {
                    throw new ResponseException("not a list of pages");
                }
                return new Found(results, null);
            } catch (IOException e) {
                throw new ResponseException("not JSON", e);
            }
        }

        @Override
        public Found notAllowedYet(@Nullable URI way) {
            return instead(State.NOT_AUTHORISED, way);
        }

        @Override
        public Found notAsPerson() {
            return instead(State.NO_ANSWER, null);
        }

        @Override
        public Found failed(Exception why) {
            LOG.info(
                    "Confluence {} did not say which pages show {}: {}",
                    link.getDisplayUrl(),
                    thing.key(),
                    why.toString());
            return instead(State.NO_ANSWER, null);
        }

        private Found instead(State state, @Nullable URI way) {
            return new Found(MissingNode.getInstance(), Shown.without(state, link.getName(), way));
        }
    }
}
