package io.throughline.app.rest;

import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import io.throughline.core.strategy.Contribution;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

/** Contributions. Unrestricted for the platform, because {@link Edge} turns callers away in the contract's words. */
@Consumes(MediaType.APPLICATION_JSON)
@Path("/contributions")
@UnrestrictedAccess
public class ContributionsResource extends ReadableObjects<Contribution> {
    @Inject
    public ContributionsResource(Calls calls) {
        super(new ContributionShape(), calls);
    }
}
