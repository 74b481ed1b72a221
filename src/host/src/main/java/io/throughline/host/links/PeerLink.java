package io.throughline.host.links;

import com.atlassian.applinks.api.ApplicationId;
import com.atlassian.applinks.api.ApplicationLink;
import com.atlassian.applinks.api.ApplicationLinkRequest;
import com.atlassian.applinks.api.ApplicationLinkRequestFactory;
import com.atlassian.applinks.api.ApplicationType;
import com.atlassian.applinks.api.CredentialsRequiredException;
import com.atlassian.sal.api.net.Request;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The link to the other product. Its requests are made as the viewing user. */
final class PeerLink implements ApplicationLink {

    private final PeerType type;
    private final LinkTarget target;
    private final URI baseUrl;
    private final LinkTokens tokens;
    private final Supplier<Optional<String>> viewer;
    private final ApplicationId id;

    PeerLink(PeerType type, LinkTarget target, URI baseUrl, LinkTokens tokens, Supplier<Optional<String>> viewer) {
        this.type = type;
        this.target = target;
        this.baseUrl = baseUrl;
        this.tokens = tokens;
        this.viewer = viewer;
        byte[] name = (type.getI18nKey() + "@" + target.rpcUrl()).getBytes(StandardCharsets.UTF_8);
        this.id = new ApplicationId(UUID.nameUUIDFromBytes(name).toString());
    }

    @Override
    public ApplicationId getId() {
        return id;
    }

    @Override
    public ApplicationType getType() {
        return type;
    }

    @Override
    public String getName() {
        return type.displayName();
    }

    @Override
    public URI getDisplayUrl() {
        return target.rpcUrl();
    }

    @Override
    public URI getRpcUrl() {
        return target.rpcUrl();
    }

    @Override
    public ApplicationLinkRequestFactory createAuthenticatedRequestFactory() {
        return new AsViewer();
    }

    @Override
    public ApplicationLinkRequestFactory createImpersonatingAuthenticatedRequestFactory() {
        return new AsViewer();
    }

    /** The user is the one of the thread that creates the request, as on the platform, not of the one that executes it. */
    private final class AsViewer implements ApplicationLinkRequestFactory {

        @Override
        public ApplicationLinkRequest createRequest(Request.MethodType method, String url)
                throws CredentialsRequiredException {
            URI address = target.resolve(url);
            String user = viewer.get()
                    .orElseThrow(() -> new CredentialsRequiredException(
                            this, "You do not have an authorized access token for the remote resource."));
            return new LinkRequest(method, address, target, () -> tokens.sign(user));
        }

        @Override
        public URI getAuthorisationURI() {
            return URI.create(baseUrl + LoginDance.PATH + "?applicationLinkID=" + id.get());
        }

        @Override
        public URI getAuthorisationURI(URI callback) {
            return URI.create(getAuthorisationURI() + "&redirectUrl="
                    + URLEncoder.encode(callback.toString(), StandardCharsets.UTF_8));
        }
    }
}
