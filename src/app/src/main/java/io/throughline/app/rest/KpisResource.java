package io.throughline.app.rest;

import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import io.throughline.core.strategy.Kpi;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;

/** KPIs. Unrestricted for the platform, because {@link Edge} turns callers away in the contract's words. */
@Consumes(MediaType.APPLICATION_JSON)
@Path("/kpis")
@UnrestrictedAccess
public class KpisResource extends PlacedObjects<Kpi> {
    private final ActualCalls actuals;
    private final ActualsImport many;
    private final CardParts cards;
    private final Freshness freshness;

    @Inject
    public KpisResource(Calls calls, CardParts cards, Freshness freshness) {
        super(new KpiShape(), calls);
        this.cards = cards;
        this.freshness = freshness;
        this.actuals = new ActualCalls(calls);
        this.many = new ActualsImport(calls, actuals);
    }

    /** Counts a KPI in Jira now; the body is an empty object. One that is not counted there answers as it is. */
    @POST
    @Path("{key}/evaluation")
    public Response evaluate(@PathParam("key") String key, @Context HttpHeaders headers, InputStream body) {
        return calls().tend(shape(), key, headers, body, (kpi, lookups) -> lookups.measure(kpi));
    }

    /** The KPI with the line it should follow and its values; {@code asOf} a past day as it was then. */
    @GET
    @Path("{key}/card")
    public Response card(@PathParam("key") String key, @Context HttpHeaders headers, @Context UriInfo uri) {
        return calls().edge().viewing(caller -> freshness.answer(headers, cards.kpi(key, new Query(uri), caller)));
    }

    /** The values of the KPI, newest first. */
    @GET
    @Path("{key}/actuals")
    public Response actuals(@PathParam("key") String key, @Context UriInfo uri) {
        return actuals.list(key, uri);
    }

    /** Enters a value: {@code {"period","value","note"}}. */
    @POST
    @Path("{key}/actuals")
    public Response enter(
            @PathParam("key") String key, @Context HttpHeaders headers, @Context UriInfo uri, InputStream body) {
        return actuals.enter(key, headers, uri, body);
    }

    /** Enters many: {@code {"text"}} or {@code {"rows"}}. */
    @POST
    @Path("{key}/actuals/import")
    public Response enterMany(
            @PathParam("key") String key, @Context HttpHeaders headers, @Context UriInfo uri, InputStream body) {
        return many.enter(key, headers, uri, body);
    }

    @GET
    @Path("{key}/actuals/{period}")
    public Response actual(@PathParam("key") String key, @PathParam("period") String period) {
        return actuals.get(key, period);
    }

    /** Corrects a value: {@code {"value","note"}}. */
    @PUT
    @Path("{key}/actuals/{period}")
    public Response correct(
            @PathParam("key") String key,
            @PathParam("period") String period,
            @Context HttpHeaders headers,
            @Context UriInfo uri,
            InputStream body) {
        return actuals.correct(key, period, headers, uri, body);
    }

    /** Vouches for a value: {@code {"statement"}}. */
    @POST
    @Path("{key}/actuals/{period}/attestation")
    public Response attest(
            @PathParam("key") String key,
            @PathParam("period") String period,
            @Context HttpHeaders headers,
            @Context UriInfo uri,
            InputStream body) {
        return actuals.attest(key, period, headers, uri, body);
    }
}
