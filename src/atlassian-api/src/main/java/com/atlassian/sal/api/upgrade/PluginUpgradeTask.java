package com.atlassian.sal.api.upgrade;

import com.atlassian.sal.api.message.Message;
import java.util.Collection;

/**
 * A step of a plugin's own history; only if exported as an OSGi service.
 *
 * <p>Source: dossier 2.3 [P7].
 */
public interface PluginUpgradeTask {
    int getBuildNumber();

    String getShortDescription();

    Collection<Message> doUpgrade() throws Exception;

    String getPluginKey();
}
