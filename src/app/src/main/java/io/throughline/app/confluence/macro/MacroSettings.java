package io.throughline.app.confluence.macro;

import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import jakarta.inject.Inject;
import java.time.Duration;

/** What administrators of Confluence decide for all macros. Kept by the platform, the same on every node. */
@ConfluenceComponent
public class MacroSettings {
    public static final Duration DEFAULT_BUDGET = Duration.ofSeconds(3);
    public static final Duration LEAST_BUDGET = Duration.ofMillis(500);
    public static final Duration MOST_BUDGET = Duration.ofSeconds(30);

    private static final String BUDGET = "io.throughline.strategy.page-budget-millis";

    private final PluginSettingsFactory settings;

    @Inject
    public MacroSettings(@ComponentImport PluginSettingsFactory settings) {
        this.settings = settings;
    }

    /** How long all macros of a page may wait for Jira, together. What is unreadable is the default. */
    public Duration budget() {
        Object kept = settings.createGlobalSettings().get(BUDGET);
        if (!(kept instanceof String text) || !text.matches("[0-9]{1,6}")) {
            return DEFAULT_BUDGET;
        }
        Duration budget = Duration.ofMillis(Long.parseLong(text));
        return isAllowed(budget) ? budget : DEFAULT_BUDGET;
    }

    public static boolean isAllowed(Duration budget) {
        return budget.compareTo(LEAST_BUDGET) >= 0 && budget.compareTo(MOST_BUDGET) <= 0;
    }

    /** @throws IllegalArgumentException if it is not {@link #isAllowed} */
    public void waitAtMost(Duration budget) {
        if (!isAllowed(budget)) {
            throw new IllegalArgumentException("a budget of " + budget);
        }
        settings.createGlobalSettings().put(BUDGET, Long.toString(budget.toMillis()));
    }
}
