package io.throughline.host.links;

import com.atlassian.applinks.api.ApplicationType;
import com.atlassian.applinks.api.application.confluence.ConfluenceApplicationType;
import com.atlassian.applinks.api.application.jira.JiraApplicationType;

/** What stands at the other end of a link. */
abstract class PeerType implements ApplicationType {

    private final String displayName;
    private final String i18nKey;

    private PeerType(String displayName, String i18nKey) {
        this.displayName = displayName;
        this.i18nKey = i18nKey;
    }

    static PeerType jira() {
        return new Jira();
    }

    static PeerType confluence() {
        return new Confluence();
    }

    String displayName() {
        return displayName;
    }

    @Override
    public String getI18nKey() {
        return i18nKey;
    }

    private static final class Jira extends PeerType implements JiraApplicationType {
        Jira() {
            super("Jira", "applinks.jira");
        }
    }

    private static final class Confluence extends PeerType implements ConfluenceApplicationType {
        Confluence() {
            super("Confluence", "applinks.confluence");
        }
    }
}
