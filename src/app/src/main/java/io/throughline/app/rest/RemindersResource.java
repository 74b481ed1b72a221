package io.throughline.app.rest;

import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.access.Caller;
import io.throughline.app.digest.DigestKeeper;
import io.throughline.app.edit.FieldErrors;
import io.throughline.app.edit.Fields;
import io.throughline.app.remind.MailChoices;
import io.throughline.app.remind.ReminderKeeper;
import io.throughline.app.store.Json;
import io.throughline.app.store.StoreBusy;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.OptionalInt;

/** Whether the caller is reminded by mail. Unrestricted for the platform, because {@link Edge} turns callers away. */
@Consumes(MediaType.APPLICATION_JSON)
@Path("/reminders")
@UnrestrictedAccess
public class RemindersResource {
    private final Calls calls;
    private final MailChoices choices;
    private final ReminderKeeper keeper;
    private final DigestKeeper digests;

    @Inject
    public RemindersResource(Calls calls, MailChoices choices, ReminderKeeper keeper, DigestKeeper digests) {
        this.calls = calls;
        this.choices = choices;
        this.keeper = keeper;
        this.digests = digests;
    }

    @GET
    public Response get() {
        return calls.edge().viewing(this::answer);
    }

    /** A choice of one's own about one switch: there is no version that somebody else could have changed. */
    @PUT
    public Response choose(@Context HttpHeaders headers, InputStream body) {
        return calls.edge().viewing(caller -> {
            FieldErrors errors = new FieldErrors();
            Fields in = new Fields(Bodies.object(headers, body), errors);
            boolean mail = in.flag("mail", true);
            if (!in.has("mail")) {
                in.wrong("mail", "flag");
            }
            in.finish();
            errors.throwIfAny();
            choices.choose(caller.key(), mail);
            return answer(caller);
        });
    }

    private Response answer(Caller caller) {
        return Answers.ok(Json.object().put("mail", choices.wantsMail(caller.key())));
    }

    /** Sends now the reminders and digests that are due; the body is an empty object. */
    @POST
    public Response send(@Context HttpHeaders headers, InputStream body) {
        return calls.edge().administering(caller -> {
            FieldErrors errors = new FieldErrors();
            new Fields(Bodies.object(headers, body), errors).finish();
            errors.throwIfAny();
            ReminderKeeper.Round round =
                    keeper.round().orElseThrow(() -> new StoreBusy("another node sends reminders", null));
            ObjectNode json = Json.object().put("mails", round.mails());
            json.put("reminders", round.reminders());
            OptionalInt sent = digests.round();
            json.set("digests", sent.isPresent() ? IntNode.valueOf(sent.getAsInt()) : null);
            return Answers.ok(json);
        });
    }
}
