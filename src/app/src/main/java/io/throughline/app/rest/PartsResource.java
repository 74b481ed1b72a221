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
    private final Map<String, Maker> makers;

    @Inject
    public PartsResource(Calls calls, PlanParts plans, CardParts cards, OrphanSummary orphans, Freshness freshness) {
        this.calls = calls;
        this.freshness = freshness;
        makers = new TreeMap<>(Map.of(
                "plans/{key}/tree", plans::tree,
                "plans/{key}/scorecard", plans::scorecard,
                "plans/{key}/map", plans::map,
                "plans/{key}/standing", plans::standing,
                "plans/{key}/changes", plans::changes,
                "objectives/{key}/card", cards::objective,
                "kpis/{key}/card", cards::kpi,
                "orphans/summary", (none, query, caller) -> orphans.of(query, caller)));
    }

    /** Makes a part; the key is empty where the shape has none. */
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
                Response part = calls.edge().guarded(() -> freshness.exactly(headers, part(each, caller)));
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
        PartAddress address = PartAddress.of(text);
        Maker maker = makers.get(address.shape());
        if (maker == null) {
            FieldErrors errors = new FieldErrors();
            errors.add("part", "choice", String.join(", ", makers.keySet()));
            throw errors.refused();
        }
        return maker.of(address.key(), new Query(address.values()), caller);
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
