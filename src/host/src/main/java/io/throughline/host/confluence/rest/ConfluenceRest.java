package io.throughline.host.confluence.rest;

import com.atlassian.confluence.api.service.accessmode.ReadOnlyAccessAllowed;
import com.atlassian.confluence.content.render.xhtml.ConversionContextOutputType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.host.confluence.content.Wiki;
import io.throughline.host.confluence.content.WikiAccess;
import io.throughline.host.confluence.content.WikiRefusal;
import io.throughline.host.confluence.service.PageRendering;
import io.throughline.host.confluence.storage.UnreadableStorage;
import io.throughline.host.launch.Users;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Everything under {@code /rest/api}. */
public final class ConfluenceRest {

    private ConfluenceRest() {}

    /** The resources and error mappers to mount. */
    public static Object[] parts(Wiki wiki, Users users, PageRendering rendering, String baseUrl, String contextPath) {
        WikiJson json = new WikiJson(wiki, users, rendering, baseUrl, contextPath);
        Caller caller = new Caller(users, new WikiAccess(users));
        return new Object[] {
            new SpaceResource(wiki, json, caller),
            new ContentResource(wiki, json, caller),
            new CurrentUserResource(json, caller),
            new ConvertResource(rendering, caller),
            new Errors.Refused(),
            new Errors.Unparsable(),
            new Errors.Unmappable()
        };
    }

    /** {@code /rest/api/user/current}. */
    @Path("/user/current")
    @Produces(MediaType.APPLICATION_JSON)
    public static final class CurrentUserResource {
        private final WikiJson json;
        private final Caller caller;

        CurrentUserResource(WikiJson json, Caller caller) {
            this.json = json;
            this.caller = caller;
        }

        @GET
        public ObjectNode get() throws WikiRefusal {
            return json.person(caller.name());
        }
    }

    /** {@code /rest/api/contentbody/convert/view}: storage format as a reader would see it. */
    @Path("/contentbody/convert/view")
    @Produces(MediaType.APPLICATION_JSON)
    public static final class ConvertResource {
        private final PageRendering rendering;
        private final Caller caller;

        ConvertResource(PageRendering rendering, Caller caller) {
            this.rendering = rendering;
            this.caller = caller;
        }

        @POST
        @ReadOnlyAccessAllowed
        @Consumes(MediaType.APPLICATION_JSON)
        public ObjectNode convert(JsonNode body) throws WikiRefusal {
            caller.name();
            if (body == null
                    || !body.path("value").isTextual()
                    || !body.path("representation").asText().equals("storage")) {
                throw new WikiRefusal(WikiRefusal.Kind.BAD_REQUEST, "A value in representation storage is needed");
            }
            try {
                String html = rendering.html(
                        body.at("/spaceKeyContext").asText(null),
                        body.path("value").asText(),
                        ConversionContextOutputType.DISPLAY);
                return WikiJson.representation("view", html);
            } catch (UnreadableStorage e) {
                throw new WikiRefusal(WikiRefusal.Kind.BAD_REQUEST, e.getMessage());
            }
        }
    }
}
