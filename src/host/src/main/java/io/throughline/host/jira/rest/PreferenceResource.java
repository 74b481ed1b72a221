package io.throughline.host.jira.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.host.jira.service.JiraServices;
import io.throughline.host.services.UserLocales;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;

/** {@code mypreferences?key=jira.user.locale}: the caller's language, the one preference this host keeps. */
@Path("/mypreferences")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class PreferenceResource {
    private static final String LOCALE = "jira.user.locale";

    private final JiraServices services;
    private final UserLocales locales;

    PreferenceResource(JiraServices services, UserLocales locales) {
        this.services = services;
        this.locales = locales;
    }

    @GET
    public String get(@QueryParam("key") String key) {
        known(key);
        return locales.chosen(caller())
                .map(locale -> "\"" + locale + "\"")
                .orElseThrow(() -> RestError.of(404, "key not found: '" + key + "'"));
    }

    @PUT
    public Response put(@QueryParam("key") String key, JsonNode value) {
        known(key);
        Locale locale = UserLocales.supported(value.asText(""))
                .orElseThrow(() -> RestError.of(
                        400, "There is no language " + value.asText("") + "; there are " + UserLocales.SUPPORTED));
        locales.choose(caller(), Optional.of(locale));
        return Response.noContent().build();
    }

    @DELETE
    public Response delete(@QueryParam("key") String key) {
        known(key);
        locales.choose(caller(), Optional.empty());
        return Response.noContent().build();
    }

    private static void known(String key) {
        if (!LOCALE.equals(key)) {
            throw RestError.of(404, "key not found: '" + key + "'");
        }
    }

    private String caller() {
        return services.authenticationContext().getLoggedInUser().getKey();
    }
}
