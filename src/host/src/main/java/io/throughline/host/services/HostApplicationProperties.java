package io.throughline.host.services;

import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import io.throughline.host.launch.Node;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/** Which product this node claims to be. */
final class HostApplicationProperties implements ApplicationProperties {

    /** The host has no release of its own: the day Jira 11.3's line began stands for it. */
    private static final Instant BUILD_DATE = Instant.parse("2025-12-01T00:00:00Z");

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

    @Override
    public String getVersion() {
        return node.product().version();
    }

    @Override
    public Date getBuildDate() {
        return Date.from(BUILD_DATE);
    }

    @Override
    public String getBuildNumber() {
        return "1";
    }

    @Override
    public Optional<Path> getLocalHomeDirectory() {
        return Optional.of(node.home());
    }

    @Override
    public Optional<Path> getSharedHomeDirectory() {
        return Optional.of(node.sharedHome());
    }

    @Override
    public String getApplicationFileEncoding() {
        return StandardCharsets.UTF_8.name();
    }
}
