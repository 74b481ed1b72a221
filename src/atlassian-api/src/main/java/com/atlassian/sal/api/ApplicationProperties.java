package com.atlassian.sal.api;

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
}
