package io.throughline.app.rest;

import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.access.Access;
import io.throughline.app.access.Caller;
import io.throughline.app.edit.DelegationForm;
import io.throughline.app.edit.Lookups;
import io.throughline.app.edit.Refused;
import io.throughline.app.edit.Rules;
import io.throughline.app.store.Answer;
import io.throughline.app.store.Delegation;
import io.throughline.app.store.Json;
import io.throughline.app.store.Kind;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * Who stands in for the caller, and for whom the caller stands in. Unrestricted for the platform, because {@link Edge}
 * turns callers away.
 */
@Consumes(MediaType.APPLICATION_JSON)
@Path("/delegations")
@UnrestrictedAccess
public class DelegationsResource {
    private final Calls calls;
    private final Access access;

    @Inject
    public DelegationsResource(Calls calls, Access access) {
        this.calls = calls;
        this.access = access;
    }

    /** The caller's own, those given and those taken. */
    @GET
    public Response list(@Context UriInfo uri) {
        return calls.edge().viewing(caller -> {
            Query query = new Query(uri);
            Page page = Page.of(query);
            query.check();
            Lookups lookups = calls.lookups(caller);
            List<Delegation> own = calls.store().contents().all(Kind.DELEGATION).stream()
                    .filter(each ->
                            each.owner().equals(caller.key()) || each.to().equals(caller.key()))
                    .toList();
            return Answers.ok(page.of(own, each -> view(each, lookups)));
        });
    }

    @POST
    public Response create(@Context HttpHeaders headers, @Context UriInfo uri, InputStream body) {
        return calls.edge().viewing(caller -> {
            Rules.requireEditorOrOwnerOfAnything(calls.store().model(), caller);
            ObjectNode in = Bodies.object(headers, body);
            Lookups lookups = calls.lookups(caller);
            LocalDate today = calls.today();
            DelegationForm form = DelegationForm.read(in, lookups, access, today);
            Answer answer = calls.once(caller, OnceHeader.of(headers, uri, caller, in), model -> {}, draft -> {
                Delegation made = form.store(draft, caller.key());
                String id = Long.toString(made.id());
                return new Answer(201, id, Long.toString(made.version()), Json.write(view(made, lookups)));
            });
            return Answers.posted(answer, uri);
        });
    }

    /** Ends it, before its time or after; only who gave it may. */
    @DELETE
    @Path("{key}")
    public Response delete(@PathParam("key") String id, @Context HttpHeaders headers) {
        return calls.edge().viewing(caller -> {
            Rules.requireEditorOrOwnerOfAnything(calls.store().model(), caller);
            find(calls.store().contents().all(Kind.DELEGATION), id, caller);
            Preconditions match = Preconditions.required(headers);
            calls.store().write(caller.key(), draft -> {
                Delegation found = find(draft.all(Kind.DELEGATION), id, caller);
                if (!found.owner().equals(caller.key())) {
                    throw Refused.of(Refused.Kind.FORBIDDEN, "NOT_YOUR_DELEGATION")
                            .with("delegation", found.id());
                }
                match.check("DELEGATION-" + id, found.version());
                draft.remove(found);
                return id;
            });
            return Answers.nothing();
        });
    }

    /** Those of others are not to be seen. */
    private static Delegation find(Collection<Delegation> all, String id, Caller caller) {
        return all.stream()
                .filter(each -> Long.toString(each.id()).equals(id))
                .filter(each -> each.owner().equals(caller.key()) || each.to().equals(caller.key()))
                .findFirst()
                .orElseThrow(() -> Refused.absent(id));
    }

    private static ObjectNode view(Delegation delegation, Lookups lookups) {
        ObjectNode json = Json.object().put("id", delegation.id());
        json.put("owner", Views.userName(lookups, delegation.owner()));
        json.put("ownerName", Views.fullName(lookups, delegation.owner()));
        json.put("to", Views.userName(lookups, delegation.to()));
        json.put("toName", Views.fullName(lookups, delegation.to()));
        json.put("from", delegation.from().toString());
        return json.put("until", delegation.until().toString()).put("version", delegation.version());
    }
}
