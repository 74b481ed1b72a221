package io.throughline.app.rest;

import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.edit.SettingsForm;
import io.throughline.app.live.WorkReading;
import io.throughline.app.store.Settings;
import io.throughline.app.store.StrategyJson;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;

/** What administrators decide. Unrestricted for the platform, because {@link Edge} turns callers away. */
@Consumes(MediaType.APPLICATION_JSON)
@Path("/settings")
@UnrestrictedAccess
public class SettingsResource {
    private final Calls calls;
    private final WorkReading work;

    @Inject
    public SettingsResource(Calls calls, WorkReading work) {
        this.calls = calls;
        this.work = work;
    }

    @GET
    public Response get() {
        return calls.edge().administering(caller -> answer(calls.store().settings()));
    }

    /** Replaces them. If-Match is checked when sent: the settings have no key, and scripts set them blindly. */
    @PUT
    public Response replace(@Context HttpHeaders headers, InputStream body) {
        return calls.edge().administering(caller -> {
            ObjectNode in = Bodies.object(headers, body);
            Optional<Preconditions> match = Preconditions.given(headers);
            SettingsForm.read(in, 1);
            return answer(calls.store().write(caller.key(), draft -> {
                long version = draft.settings().version();
                match.ifPresent(each -> each.check("SETTINGS", version));
                Settings read = SettingsForm.read(in, version);
                return read.equals(draft.settings()) ? read : draft.put(read);
            }));
        });
    }

    private Response answer(Settings settings) {
        ObjectNode json = StrategyJson.write(settings).put("staleParents", work.staleParents());
        return Answers.ok(json, settings.version());
    }
}
