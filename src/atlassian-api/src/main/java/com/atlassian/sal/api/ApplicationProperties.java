package com.atlassian.sal.api;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which product this is, where it lives and under which address it is known.
 *
 * <p>Source: dossier 2.3 [P7, used on V8].
 */
public interface ApplicationProperties {
    String PLATFORM_CONFLUENCE = "conf";
    String PLATFORM_JIRA = "jira";

    /** One of the constants. */
    String getPlatformId();

    /** Without a slash at the end. */
    String getBaseUrl(UrlMode mode);

    /** The folder of this node alone, empty for a product without one. */
    Optional<Path> getLocalHomeDirectory();

    /** The folder that all nodes of a cluster share, empty for a product without one. */
    Optional<Path> getSharedHomeDirectory();
}
