package io.throughline.app.rest;

import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import io.throughline.core.strategy.Theme;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

/** Themes. Unrestricted for the platform, because {@link Edge} turns callers away in the contract's words. */
@Consumes(MediaType.APPLICATION_JSON)
@Path("/themes")
@UnrestrictedAccess
public class ThemesResource extends PlacedObjects<Theme> {

    @Inject
    public ThemesResource(Calls calls) {
        super(new ThemeShape(), calls);
    }
}
