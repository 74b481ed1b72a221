package io.throughline.app.remind;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import io.throughline.app.store.Hashes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;

/** Choices in the product's own settings: they are no part of the strategy, and no row of its log. */
@JiraComponent
public final class PlatformMailChoices implements MailChoices {
    private static final String OFF = "io.throughline.strategy.no-mail.";

    private final PluginSettingsFactory settings;

    @Inject
    public PlatformMailChoices(@ComponentImport PluginSettingsFactory settings) {
        this.settings = settings;
    }

    @Override
    public boolean wantsMail(String userKey) {
        return settings.createGlobalSettings().get(key(userKey)) == null;
    }

    @Override
    public void choose(String userKey, boolean wantsMail) {
        if (wantsMail) {
            settings.createGlobalSettings().remove(key(userKey));
        } else {
            settings.createGlobalSettings().put(key(userKey), "yes");
        }
    }

    /** Keys may have 100 characters; that of a user may be longer than that. */
    private static String key(String userKey) {
        return OFF + Hashes.sha256(userKey.getBytes(StandardCharsets.UTF_8));
    }
}
