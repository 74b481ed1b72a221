package io.throughline.app.jira;

import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.project.Project;
import com.atlassian.plugin.web.ContextProvider;
import io.throughline.app.access.Access;
import io.throughline.app.access.Caller;
import io.throughline.app.web.Language;
import io.throughline.app.web.Languages;
import io.throughline.app.web.PageResources;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** The shell of the project's page: its script fills it over REST. The page's condition has let viewers in only. */
public class ProjectPageContext implements ContextProvider {
    private final Access access;
    private final Languages languages;
    private final PageResources resources;

    @Inject
    public ProjectPageContext(Access access, Languages languages, PageResources resources) {
        this.access = access;
        this.languages = languages;
        this.resources = resources;
    }

    @Override
    public void init(Map<String, String> parameters) {}

    @Override
    public Map<String, Object> getContextMap(Map<String, Object> context) {
        Optional<Caller> viewer = access.reader().filter(Caller::mayView);
        Project project = context.get("helper") instanceof JiraHelper helper ? helper.getProject() : null;
        if (viewer.isEmpty() || project == null) {
            return Map.of();
        }
        resources.require("project");
        Language language = languages.ofReader();
        return Map.of(
                "strategyShown", true,
                "key", project.getKey(),
                "name", project.getName(),
                "mayEdit", viewer.get().mayEdit(),
                "locale", language.locale().toLanguageTag(),
                "noscript", language.text("throughline.page.noscript"));
    }
}
