package io.throughline.app.rest;

import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.access.Caller;
import io.throughline.app.edit.Lookups;
import io.throughline.app.edit.Refused;
import io.throughline.app.live.OrphanDesk;
import io.throughline.app.live.OrphanQuestion;
import io.throughline.app.live.WorkReading;
import io.throughline.app.store.Json;
import io.throughline.app.web.Languages;
import io.throughline.core.orphans.OrphanKind;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.StrategyModel;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Work that serves nothing, and strategy that misses something. Unrestricted for the platform; {@link Edge} decides. */
@Consumes(MediaType.APPLICATION_JSON)
@Path("/orphans")
@UnrestrictedAccess
public class OrphansResource {
    private static final int OLDEST = 36_500;

    /** Of what is looked for, in characters: each word of it is a condition of Jira's search. */
    private static final int LONGEST_TEXT = 100;

    private final Calls calls;
    private final WorkReading work;
    private final SuggestionViews suggestions;
    private final OrphanSummary summary;
    private final Languages languages;
    private final Freshness freshness;

    @Inject
    public OrphansResource(
            Calls calls,
            WorkReading work,
            SuggestionViews suggestions,
            OrphanSummary summary,
            Languages languages,
            Freshness freshness) {
        this.languages = languages;
        this.freshness = freshness;
        this.calls = calls;
        this.work = work;
        this.suggestions = suggestions;
        this.summary = summary;
    }

    /** What a request asks, read and checked. */
    private record Asked(
            StrategyModel model, @Nullable String plan, OrphanQuestion question, Lookups lookups, OrphanRows rows) {}

    /** Every row comes with what it might serve, unless {@code ?suggestions=false}. */
    @GET
    public Response list(@Context UriInfo uri) {
        return calls.edge().viewing(caller -> {
            Query query = new Query(uri);
            Page page = Page.of(query);
            boolean suggests = query.flag("suggestions", true);
            Asked asked = asked(query, caller);
            OrphanDesk desk = work.orphans(asked.model(), asked.plan(), caller);
            OrphanDesk.Page found = desk.page(asked.question(), asked.rows().outside(), page.start(), page.limit());
            SuggestionViews.ForRows because =
                    suggests ? suggestions.of(found.rows(), asked.model(), asked.plan(), asked.lookups()) : row -> null;
            return Answers.ok(page.of(
                    found.total(),
                    found.rows().stream()
                            .map(row -> (ObjectNode) asked.rows().json(row).set("suggestions", because.of(row)))
                            .toList()));
        });
    }

    /** All the same rows as a sheet, without suggestions. */
    @GET
    @Path("list.csv")
    public Response sheet(@Context UriInfo uri) {
        return calls.edge().viewing(caller -> {
            Asked asked = asked(new Query(uri), caller);
            OrphanDesk.Page all = work.orphans(asked.model(), asked.plan(), caller)
                    .page(asked.question(), asked.rows().outside(), 0, Integer.MAX_VALUE);
            OrphanCsv sheet = new OrphanCsv(languages.ofReader());
            all.rows().forEach(row -> sheet.add(asked.rows().json(row)));
            return Answers.csv(sheet.toString(), "orphans.csv");
        });
    }

    /** Counts and sizes of the same rows: {@code ?groupBy=KIND|PROJECT|LEAD|AGE}. */
    @GET
    @Path("counts")
    public Response counts(@Context UriInfo uri) {
        return calls.edge().viewing(caller -> {
            Query query = new Query(uri);
            OrphanQuestion.Group by = query.choice("groupBy", OrphanQuestion.Group.class, OrphanQuestion.Group.KIND);
            Asked asked = asked(query, caller);
            Map<String, OrphanDesk.Tally> groups = work.orphans(asked.model(), asked.plan(), caller)
                    .groups(asked.question(), asked.rows().outside(), by);
            ObjectNode json = Json.object().put("groupBy", by.name());
            ArrayNode values = json.putArray("groups");
            groups.forEach((key, tally) -> {
                ObjectNode group = values.addObject();
                if (by == OrphanQuestion.Group.LEAD) {
                    group.set("key", new Views(asked.model(), asked.lookups()).person(key.isEmpty() ? null : key));
                } else if (by == OrphanQuestion.Group.AGE) {
                    group.put("key", key.isEmpty() ? null : Integer.toString(Integer.parseInt(key)));
                } else {
                    group.put("key", key.isEmpty() ? null : key);
                }
                group.put("count", tally.count()).set("openSize", Json.number(tally.openSize()));
            });
            return Answers.ok(json);
        });
    }

    /** How much is covered, the orphans by kind, and the largest: what a page shows of them in one question. */
    @GET
    @Path("summary")
    public Response summary(@Context HttpHeaders headers, @Context UriInfo uri) {
        return calls.edge().viewing(caller -> freshness.answer(headers, summary.of(new Query(uri), caller)));
    }

    private Asked asked(Query query, Caller caller) {
        Lookups lookups = calls.lookups(caller);
        StrategyModel model = calls.store().model();
        String plan = query.text("plan").orElse(null);
        Set<OrphanKind> kinds = kinds(query);
        String project = query.text("project")
                .map(key -> lookups.project(key).orElse("?"))
                .orElse(null);
        String lead = query.text("lead")
                .map(name -> lookups.named(name).map(person -> person.key()).orElse("?"))
                .orElse(null);
        int minAge = query.whole("minAge", 0, OLDEST, 0);
        String text = query.text("q", LONGEST_TEXT).orElse("");
        OrphanQuestion.Order order = query.choice("sort", OrphanQuestion.Order.class, OrphanQuestion.Order.KIND);
        query.check();
        if (plan != null) {
            requirePlan(model, plan);
        }
        WorkResource.requireReady(work);
        OrphanQuestion.Search search = text.isEmpty()
                ? null
                : new OrphanQuestion.Search(text.toLowerCase(Locale.ROOT), lookups.withSummary(text));
        OrphanRows rows = new OrphanRows(model, lookups, calls.today(), calls.zone());
        return new Asked(model, plan, new OrphanQuestion(kinds, project, lead, minAge, search, order), lookups, rows);
    }

    static void requirePlan(StrategyModel model, String plan) {
        model.plan(plan).map(Plan::key).orElseThrow(() -> Refused.absent(plan));
    }

    /** One kind or several, separated by commas; all without. */
    private static Set<OrphanKind> kinds(Query query) {
        String text = query.text("kind").orElse("");
        if (text.isEmpty()) {
            return EnumSet.allOf(OrphanKind.class);
        }
        Set<OrphanKind> kinds = EnumSet.noneOf(OrphanKind.class);
        List<String> words = Arrays.stream(OrphanKind.values()).map(Enum::name).toList();
        for (String word : text.split(",", -1)) {
            if (words.contains(word.strip())) {
                kinds.add(OrphanKind.valueOf(word.strip()));
            } else {
                query.wrong("kind", "choice", String.join(", ", words));
                return EnumSet.allOf(OrphanKind.class);
            }
        }
        return kinds;
    }
}
