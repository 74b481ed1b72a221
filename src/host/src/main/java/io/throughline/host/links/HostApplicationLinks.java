package io.throughline.host.links;

import com.atlassian.applinks.api.ApplicationId;
import com.atlassian.applinks.api.ApplicationLink;
import com.atlassian.applinks.api.ApplicationLinkService;
import com.atlassian.applinks.api.ApplicationType;
import io.throughline.host.launch.Node;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The links of one embedded product: exactly one, to the other product. */
public final class HostApplicationLinks implements ApplicationLinkService {

    private final PeerLink link;

    HostApplicationLinks(PeerLink link) {
        this.link = link;
    }

    /** The links of a node, with the secret of its demo's data folder. */
    public static HostApplicationLinks of(Node node) {
        LinkTokens tokens = LinkSecret.tokens(node.options().data(), node.clock());
        return create(
                node.product().id(),
                URI.create(node.baseUrl()),
                URI.create(node.peerUrl()),
                tokens,
                () -> node.users().current());
    }

    /**
     * @param product the product these links belong to: "jira" or "confluence"
     * @param baseUrl its own base URL
     * @param peerUrl the other product's
     * @param viewer the user of the current thread
     */
    static HostApplicationLinks create(
            String product, URI baseUrl, URI peerUrl, LinkTokens tokens, Supplier<Optional<String>> viewer) {
        PeerType type = product.equals("jira") ? PeerType.confluence() : PeerType.jira();
        return new HostApplicationLinks(new PeerLink(type, new LinkTarget(peerUrl), baseUrl, tokens, viewer));
    }

    @Override
    public ApplicationLink getApplicationLink(ApplicationId id) {
        return link.getId().equals(id) ? link : null;
    }

    @Override
    public Iterable<ApplicationLink> getApplicationLinks(Class<? extends ApplicationType> type) {
        return type.isInstance(link.getType()) ? List.of(link) : List.of();
    }

    @Override
    public ApplicationLink getPrimaryApplicationLink(Class<? extends ApplicationType> type) {
        return type.isInstance(link.getType()) ? link : null;
    }
}
