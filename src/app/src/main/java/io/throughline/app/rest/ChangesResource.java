package io.throughline.app.rest;

import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.store.ChangePage;
import io.throughline.app.store.Contents;
import io.throughline.app.store.Json;
import io.throughline.app.store.Verification;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The change log. Unrestricted for the platform, because {@link Edge} turns callers away. */
@Consumes(MediaType.APPLICATION_JSON)
@Path("/changes")
@UnrestrictedAccess
public class ChangesResource {
    /** What the log may call an object; anything else is no object, and need not trouble the database. */
    private static final Pattern REF = Pattern.compile("[A-Z]{2,20}(-[0-9]{1,18})?(/[0-9]{4}-[0-9]{2}-[0-9]{2})?");

    private final Calls calls;

    @Inject
    public ChangesResource(Calls calls) {
        this.calls = calls;
    }

    /** Rows, oldest first. */
    @GET
    public Response list(@Context UriInfo uri) {
        return calls.edge().viewing(caller -> {
            Query query = new Query(uri);
            Page page = Page.of(query);
            Optional<String> object = query.text("object");
            query.check();
            if (object.isPresent() && !REF.matcher(object.get()).matches()) {
                return Answers.ok(page.of(0, List.of()));
            }
            ChangePage rows = calls.store().changes(object.orElse(null), page.start(), page.limit());
            ChangeView view = new ChangeView(new Views(calls.store().model(), calls.lookups(caller)), caller);
            return Answers.ok(
                    page.of(rows.total(), rows.rows().stream().map(view::row).toList()));
        });
    }

    /** Walks the whole log, and compares what is stored with where it leads. */
    @GET
    @Path("verification")
    public Response verify() {
        return calls.edge().viewing(caller -> {
            Verification found = calls.store().verify();
            ObjectNode json = Json.object().put("rows", found.rows()).put("intact", found.intact());
            json.put("brokenAt", found.brokenAt()).put("differing", found.differing());
            ArrayNode objects = json.putArray("objects");
            found.differences()
                    .forEach(each -> objects.addObject()
                            .put("object", each.object())
                            .put("how", each.how().name()));
            json.put("limit", Verification.MOST);
            // to be laid beside the platform's audit log, which has the same after each change
            Contents now = calls.store().contents();
            json.putObject("head").put("sequence", now.sequence()).put("hash", now.hash());
            return Answers.ok(json);
        });
    }
}
