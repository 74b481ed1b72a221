package io.throughline.host.jira.rest;

import com.atlassian.annotations.security.UnrestrictedAccess;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.host.jira.service.JiraServices;
import io.throughline.host.services.UserLocales;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;

/** {@code serverInfo} and {@code myself}. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class ServerResource {
    private final JiraServices services;
    private final Shapes shapes;
    private final String version;
    private final UserLocales locales;

    ServerResource(JiraServices services, Shapes shapes, String version, UserLocales locales) {
        this.services = services;
        this.shapes = shapes;
        this.version = version;
        this.locales = locales;
    }

    @GET
    @Path("serverInfo")
    @UnrestrictedAccess
    public ObjectNode serverInfo() {
        ObjectNode json = Shapes.object().put("baseUrl", shapes.baseUrl()).put("version", version);
        ArrayNode numbers = json.putArray("versionNumbers");
        Arrays.stream(version.split("\\.")).map(Integer::valueOf).forEach(numbers::add);
        return json.put("deploymentType", "Server")
                .put("serverTime", shapes.instant(services.data().clock().millis()))
                .put("serverTitle", "Throughline's embedded Jira");
    }

    @GET
    @Path("myself")
    public ObjectNode myself() {
        String key = services.authenticationContext().getLoggedInUser().getKey();
        return ((ObjectNode) shapes.user(key)).put("locale", locales.current().toString());
    }
}
