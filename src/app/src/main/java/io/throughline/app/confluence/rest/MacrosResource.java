package io.throughline.app.confluence.rest;

import com.atlassian.confluence.api.service.accessmode.ReadOnlyAccessAllowed;
import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.confluence.macro.NotShown;
import io.throughline.app.confluence.pin.MacroEdits;
import io.throughline.app.confluence.pin.MacroEdits.Which;
import io.throughline.app.confluence.wiki.ReadOnlySite;
import io.throughline.app.web.Language;
import io.throughline.app.web.Languages;
import io.throughline.app.web.Reference;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /macros/pin}, {@code /macros/release}, {@code /macros/freeze} with {@code
 * {"storage":"…","macro":"<fingerprint>","place":0,"version":1377}}: the same page with one macro changed, as {@code
 * {"storage":"…"}}. Nothing is written here; the caller saves the page over Confluence's own REST. In read-only mode that could not
 * follow, and so this is refused already, in our words: that is why the platform lets it through to us.
 */
@LicensedOnly
@ReadOnlyAccessAllowed
@Path("/macros")
@Consumes(MediaType.APPLICATION_JSON)
public class MacrosResource {
    private static final Logger LOG = LoggerFactory.getLogger(MacrosResource.class);

    private final MacroEdits edits;
    private final Languages languages;
    private final ReadOnlySite site;

    @Inject
    public MacrosResource(MacroEdits edits, Languages languages, ReadOnlySite site) {
        this.edits = edits;
        this.languages = languages;
        this.site = site;
    }

    @POST
    @Path("/pin")
    public Response pin(InputStream body) {
        JsonNode sent = Sent.change(body, site);
        return changed(edits.pinned(Sent.text(sent, "storage"), which(sent), Sent.number(sent, "version")));
    }

    @POST
    @Path("/release")
    public Response release(InputStream body) {
        JsonNode sent = Sent.change(body, site);
        return changed(edits.released(Sent.text(sent, "storage"), which(sent)));
    }

    @POST
    @Path("/freeze")
    public Response freeze(InputStream body) {
        JsonNode sent = Sent.change(body, site);
        try {
            return changed(edits.frozen(Sent.text(sent, "storage"), which(sent)));
        } catch (NotShown instead) {
            throw Sent.refused(409, "NOT_SHOWN", instead.words());
        } catch (IOException e) {
            String reference = Reference.next();
            LOG.error("A macro could not be frozen, reference {}", reference, e);
            throw Sent.refused(500, "INTERNAL", "Throughline: ref " + reference);
        }
    }

    private static Which which(JsonNode sent) {
        return new Which(Sent.text(sent, "macro"), (int) Math.min(Sent.number(sent, "place"), Integer.MAX_VALUE));
    }

    private Response changed(Optional<String> storage) {
        Language language = languages.ofReader();
        return Sent.answer(Sent.object()
                .put(
                        "storage",
                        storage.orElseThrow(() -> Sent.refused(
                                404, "NO_SUCH_MACRO", language.text("throughline.macro.edit.elsewhere")))));
    }
}
