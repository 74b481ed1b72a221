package io.throughline.app.confluence.rest;

import com.atlassian.confluence.api.service.accessmode.ReadOnlyAccessAllowed;
import com.atlassian.plugins.rest.api.security.annotation.AdminOnly;
import io.throughline.app.confluence.macro.MacroSettings;
import io.throughline.app.confluence.wiki.ReadOnlySite;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Duration;

/**
 * {@code /macro-settings}: {@code {"budgetMillis":3000}}, how long all macros of a page may wait for Jira together. Refused in our own words
 * in read-only mode, which is why the platform lets it through to us.
 */
@AdminOnly
@ReadOnlyAccessAllowed
@Path("/macro-settings")
public class MacroSettingsResource {
    private final MacroSettings settings;
    private final ReadOnlySite site;

    @Inject
    public MacroSettingsResource(MacroSettings settings, ReadOnlySite site) {
        this.settings = settings;
        this.site = site;
    }

    @GET
    public Response get() {
        return Sent.answer(Sent.object()
                .put("budgetMillis", settings.budget().toMillis())
                .put("defaultMillis", MacroSettings.DEFAULT_BUDGET.toMillis())
                .put("leastMillis", MacroSettings.LEAST_BUDGET.toMillis())
                .put("mostMillis", MacroSettings.MOST_BUDGET.toMillis()));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(InputStream body) {
        Duration budget = Duration.ofMillis(Sent.number(Sent.change(body, site), "budgetMillis"));
        if (!MacroSettings.isAllowed(budget)) {
            throw Sent.refused(
                    400,
                    "INVALID",
                    "budgetMillis has to be between " + MacroSettings.LEAST_BUDGET.toMillis() + " and "
                            + MacroSettings.MOST_BUDGET.toMillis() + ".");
        }
        settings.waitAtMost(budget);
        return get();
    }
}
