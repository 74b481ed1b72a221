package io.throughline.app.jira;

import com.atlassian.plugin.web.ContextProvider;
import io.throughline.app.web.Languages;
import jakarta.inject.Inject;
import java.util.Map;

/** The shell of a gadget: its script fills it over REST, which lets viewers in only. */
public class GadgetContext implements ContextProvider {
    private final Languages languages;

    @Inject
    public GadgetContext(Languages languages) {
        this.languages = languages;
    }

    @Override
    public void init(Map<String, String> parameters) {}

    @Override
    public Map<String, Object> getContextMap(Map<String, Object> context) {
        return Map.of("locale", languages.ofReader().locale().toLanguageTag());
    }
}
