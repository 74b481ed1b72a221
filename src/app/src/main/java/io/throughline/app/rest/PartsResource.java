package io.throughline.app.rest;

import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import com.fasterxml.jackson.databind.node.TextNode;
import io.throughline.app.access.Caller;
import io.throughline.app.edit.FieldErrors;
import io.throughline.app.store.Json;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Several answers in one, so that a page of many macros asks once: {@code GET /parts?part=plans/PLAN-1/map&part=kpis/KPI-3/card}.
 *
 * <p>Each is what it is when it is asked for alone, refusals included, with a tag of its own. {@code If-None-Match} names the
 * tags of all that the caller has; those come back as 304 without a body, and when nothing else is left the whole answer is
 * 304. Unrestricted for the platform; {@link Edge} decides.
 */
@Consumes(MediaType.APPLICATION_JSON)
@Path("/parts")
@UnrestrictedAccess
public class PartsResource {
    /** With their tags they still fit into the eight kilobytes that servers take as a request's head. */
    static final int MOST = 24;

    private static final int LONGEST = 300;

    private final Calls calls;
    private final Freshness freshness;
    private final OrphanSummary orphans;
    private final Map<String, Maker> plans;
    private final CardParts cards;

    @Inject
    public PartsResource(Calls calls, PlanParts plans, CardParts cards, OrphanSummary orphans, Freshness freshness) {
        this.calls = calls;
        this.freshness = freshness;
        this.orphans = orphans;
        this.cards = cards;
        this.plans = new TreeMap<>(Map.of(
                "tree", plans::tree,
                "scorecard", plans::scorecard,
                "map", plans::map,
                "standing", plans::standing,
                "changes", plans::changes));
    }

    /** Makes a part of something that has a key. */
    private interface Maker {
        Part of(String key, Query query, Caller caller);
    }

    @GET
    public Response parts(@Context HttpHeaders headers, @Context UriInfo uri) {
        return calls.edge().viewing(caller -> {
            Set<String> asked = new LinkedHashSet<>(uri.getQueryParameters().getOrDefault("part", List.of()));
            check(asked);
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            boolean changed = false;
            for (String each : asked) {
                Response part = calls.edge().guarded(() -> freshness.answer(headers, part(each, caller)));
                changed = changed || part.getStatus() != 304;
                all.writeBytes(utf8(all.size() == 0 ? "{\"parts\":[" : ","));
                write(each, part, all);
            }
            all.writeBytes(utf8("]}"));
            return changed
                    ? Answers.text(200, all.toByteArray()).build()
                    : Response.notModified()
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                            .build();
        });
    }

    private static void check(Set<String> asked) {
        FieldErrors errors = new FieldErrors();
        if (asked.isEmpty() || asked.size() > MOST) {
            errors.add("part", "parts", MOST);
        }
        asked.stream()
                .filter(each -> each.length() > LONGEST)
                .forEach(each -> errors.add("part", "long", LONGEST, each.length()));
        errors.throwIfAny();
    }

    private Part part(String text, Caller caller) {
        Optional<PartAddress> known = PartAddress.of(text);
        if (known.isPresent()) {
            PartAddress address = known.get();
            Query query = new Query(address.values());
            for (Map.Entry<String, Maker> each : plans.entrySet()) {
                Optional<String> plan = address.keyBetween("plans", each.getKey());
                if (plan.isPresent()) {
                    return each.getValue().of(plan.get(), query, caller);
                }
            }
            Optional<String> objective = address.keyBetween("objectives", "card");
            if (objective.isPresent()) {
                return cards.objective(objective.get(), query, caller);
            }
            Optional<String> kpi = address.keyBetween("kpis", "card");
            if (kpi.isPresent()) {
                return cards.kpi(kpi.get(), query, caller);
            }
            if (address.segments().equals(List.of("orphans", "summary"))) {
                return orphans.of(query, caller);
            }
        }
        throw unknown();
    }

    private IllegalStateException unknown() {
        FieldErrors errors = new FieldErrors();
        String known = "plans/{key}/" + String.join("|", plans.keySet());
        errors.add("part", "choice", known + ", objectives/{key}/card, kpis/{key}/card, orphans/summary");
        errors.throwIfAny();
        return new IllegalStateException("thrown above");
    }

    /** {@code {"part","status","tag","body"}}: no tag where there is none, no body where the caller has it. */
    private static void write(String name, Response part, ByteArrayOutputStream into) {
        EntityTag tag = part.getEntityTag();
        into.writeBytes(utf8("{\"part\":" + Json.write(TextNode.valueOf(name)) + ",\"status\":" + part.getStatus()));
        if (tag != null) {
            into.writeBytes(utf8(",\"tag\":\"" + tag.getValue() + '"'));
        }
        if (part.getEntity() != null) {
            into.writeBytes(utf8(",\"body\":"));
            into.writeBytes(part.getEntity() instanceof byte[] bytes ? bytes : utf8(String.valueOf(part.getEntity())));
        }
        into.writeBytes(utf8("}"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
