package io.throughline.host.services;

import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import io.throughline.host.launch.Node;
import java.net.URI;

/** Which product this node claims to be. */
final class HostApplicationProperties implements ApplicationProperties {

    private final Node node;

    HostApplicationProperties(Node node) {
        this.node = node;
    }

    @Override
    public String getBaseUrl(UrlMode mode) {
        return switch (mode) {
            case CANONICAL, ABSOLUTE -> node.baseUrl();
            case RELATIVE, RELATIVE_CANONICAL, AUTO ->
                URI.create(node.baseUrl()).getPath();
        };
    }

    @Override
    public String getDisplayName() {
        return node.product().displayName();
    }

    @Override
    public String getPlatformId() {
        return node.product().platformId();
    }
}
