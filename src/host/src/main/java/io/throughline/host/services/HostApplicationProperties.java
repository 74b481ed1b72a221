package io.throughline.host.services;

import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import io.throughline.host.launch.Node;
import java.nio.file.Path;
import java.util.Optional;

/** Which product this node claims to be. */
final class HostApplicationProperties implements ApplicationProperties {

    private final Node node;

    HostApplicationProperties(Node node) {
        this.node = node;
    }

    @Override
    public String getPlatformId() {
        return node.product().platformId();
    }

    @Override
    public String getBaseUrl(UrlMode mode) {
        return node.baseUrl();
    }

    @Override
    public Optional<Path> getLocalHomeDirectory() {
        return Optional.of(node.home());
    }

    /** One per product in the demo's data folder, which all its nodes have. */
    @Override
    public Optional<Path> getSharedHomeDirectory() {
        return Optional.of(node.options().data().resolve(node.product().id() + "-shared"));
    }
}
