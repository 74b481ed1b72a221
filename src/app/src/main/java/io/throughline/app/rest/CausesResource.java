package io.throughline.app.rest;

import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import io.throughline.core.strategy.Cause;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

/** Causes. Unrestricted for the platform, because {@link Edge} turns callers away in the contract's words. */
@Consumes(MediaType.APPLICATION_JSON)
@Path("/causes")
@UnrestrictedAccess
public class CausesResource extends ReadableObjects<Cause> {
    @Inject
    public CausesResource(Calls calls) {
        super(new CauseShape(), calls);
    }
}
