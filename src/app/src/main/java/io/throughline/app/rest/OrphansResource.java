package io.throughline.app.rest;

import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.access.Caller;
import io.throughline.app.edit.Lookups;
import io.throughline.app.edit.Refused;
import io.throughline.app.live.LinkTargets;
import io.throughline.app.live.OrphanDesk;
import io.throughline.app.live.OrphanQuestion;
import io.throughline.app.live.OrphanRow;
import io.throughline.app.live.WorkReading;
import io.throughline.app.store.Json;
import io.throughline.core.orphans.OrphanKind;
import io.throughline.core.strategy.Exemption;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.WorkLink;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Work that serves nothing, and strategy that misses something. Unrestricted for the platform; {@link Edge} decides. */
@Consumes(MediaType.APPLICATION_JSON)
@Path("/orphans")
@UnrestrictedAccess
public class OrphansResource {
    private static final int OLDEST = 36_500;

    private final Calls calls;
    private final WorkReading work;
    private final SuggestionViews suggestions;

    @Inject
    public OrphansResource(Calls calls, WorkReading work, SuggestionViews suggestions) {
        this.calls = calls;
        this.work = work;
        this.suggestions = suggestions;
    }

    /** What a request asks, read and checked. */
    private record Asked(StrategyModel model, @Nullable String plan, OrphanQuestion question, Lookups lookups) {}

    /** Every row comes with what it might serve, unless {@code ?suggestions=false}. */
    @GET
    public Response list(@Context UriInfo uri) {
        return calls.edge().viewing(caller -> {
            Query query = new Query(uri);
            Page page = Page.of(query);
            boolean suggests = query.flag("suggestions", true);
            Asked asked = asked(query, caller);
            OrphanDesk desk = work.orphans(asked.model(), asked.plan(), caller);
            OrphanDesk.Page found = desk.page(asked.question(), outside(asked), page.start(), page.limit());
            SuggestionViews.ForRows because =
                    suggests ? suggestions.of(found.rows(), asked.model(), asked.plan(), asked.lookups()) : row -> null;
            return Answers.ok(page.of(
                    found.total(),
                    found.rows().stream()
                            .map(row -> (ObjectNode) row(row, asked).set("suggestions", because.of(row)))
                            .toList()));
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
            Map<String, OrphanDesk.Tally> groups =
                    work.orphans(asked.model(), asked.plan(), caller).groups(asked.question(), outside(asked), by);
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
        OrphanQuestion.Order order = query.choice("sort", OrphanQuestion.Order.class, OrphanQuestion.Order.KIND);
        query.check();
        if (plan != null) {
            requirePlan(model, plan);
        }
        WorkResource.requireReady(work);
        return new Asked(model, plan, new OrphanQuestion(kinds, project, lead, minAge, order), lookups);
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

    private static OrphanDesk.Outside outside(Asked asked) {
        return new OrphanDesk.Outside() {
            @Override
            public boolean isDead(WorkLink link) {
                return link.target().kind() == LinkTarget.Kind.JQL
                        ? asked.lookups().isUnreadable(link)
                        : asked.lookups().isGone(link.target());
            }

            @Override
            public boolean isActive(String user) {
                return asked.lookups().isActive(user);
            }
        };
    }

    private ObjectNode row(OrphanRow row, Asked asked) {
        Views views = new Views(asked.model(), asked.lookups());
        ObjectNode json = Json.object().put("kind", row.kind().name()).put("ref", row.ref());
        json.put("summary", row.summary());
        if (row.kind() == OrphanKind.PROJECT) {
            LinkTargets.Shown shown = asked.lookups().show(LinkTarget.project(row.ref(), row.id()));
            json.put("summary", shown.title());
        } else if (row.kind() == OrphanKind.DEAD_LINK) {
            asked.model().link(Long.parseLong(row.ref())).ifPresent(link -> {
                json.put("objective", link.objective());
                json.set("target", views.target(link.target()));
            });
        }
        if (row.type() != null) {
            json.put("type", row.type()).put("status", row.status());
        }
        json.put("project", row.project());
        json.set("owner", views.person(row.lead()));
        json.set("openSize", Json.number(row.openSize()));
        Instant updated = row.updated();
        json.put("updated", updated == null ? null : updated.toString());
        json.put("age", updated == null ? null : age(updated));
        Exemption expired = row.expired();
        json.set("wasExempt", expired == null ? null : wasExempt(expired, views));
        return json;
    }

    /** Why it is back: until when it was exempt, by whom and for what reason. */
    private static ObjectNode wasExempt(Exemption expired, Views views) {
        LocalDate until = expired.expires();
        ObjectNode json = Json.object().put("exemption", expired.id()).put("reason", expired.reason());
        json.put("expired", until == null ? null : until.toString());
        json.set("author", views.person(expired.author()));
        return json;
    }

    /** Whole days since the last change. */
    private Integer age(Instant updated) {
        ZoneId zone = calls.zone();
        LocalDate day = updated.atZone(zone).toLocalDate();
        return (int) Math.max(0, ChronoUnit.DAYS.between(day, calls.today()));
    }
}
