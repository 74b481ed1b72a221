package io.throughline.app.digest;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import io.throughline.app.store.Hashes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** In the product's own settings, beside the choices of who wants mail: no part of the strategy, and no row of its log. */
@JiraComponent
public final class PlatformSentDigests implements SentDigests {
    private static final String SENT = "io.throughline.strategy.digest.";

    private final PluginSettingsFactory settings;

    @Inject
    public PlatformSentDigests(@ComponentImport PluginSettingsFactory settings) {
        this.settings = settings;
    }

    @Override
    public boolean covers(String userKey, LocalDate monday) {
        return monday.toString().equals(settings.createGlobalSettings().get(key(userKey)));
    }

    @Override
    public void keep(String userKey, LocalDate monday) {
        settings.createGlobalSettings().put(key(userKey), monday.toString());
    }

    @Override
    public void forget(String userKey) {
        settings.createGlobalSettings().remove(key(userKey));
    }

    /** Keys may have 100 characters; that of a user may be longer than that. */
    private static String key(String userKey) {
        return SENT + Hashes.sha256(userKey.getBytes(StandardCharsets.UTF_8));
    }
}
