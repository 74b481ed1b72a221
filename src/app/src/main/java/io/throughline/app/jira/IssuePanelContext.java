package io.throughline.app.jira;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.plugin.web.ContextProvider;
import io.throughline.app.access.Access;
import io.throughline.app.access.Caller;
import io.throughline.app.web.Language;
import io.throughline.app.web.Languages;
import io.throughline.app.web.PageResources;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Gives the template of the issue panel the page that it prints. The panel's condition has let only those in who may view strategy. */
public class IssuePanelContext implements ContextProvider {
    private final Access access;
    private final IssuePanel panel;
    private final Languages languages;
    private final PageResources resources;

    @Inject
    public IssuePanelContext(Access access, IssuePanel panel, Languages languages, PageResources resources) {
        this.access = access;
        this.panel = panel;
        this.languages = languages;
        this.resources = resources;
    }

    @Override
    public void init(Map<String, String> parameters) {}

    @Override
    public Map<String, Object> getContextMap(Map<String, Object> context) {
        Optional<Caller> viewer = access.reader().filter(Caller::mayView);
        if (viewer.isEmpty() || !(context.get("issue") instanceof Issue issue)) {
            return Map.of();
        }
        resources.require("panel");
        Language language = languages.ofReader();
        String base = context.get("helper") instanceof JiraHelper helper && helper.getRequest() != null
                ? helper.getRequest().getContextPath()
                : "";
        IssuePanelView view = panel.of(issue, viewer.get(), base, language);
        String html = PanelHtml.of(view, language).toString();
        return Map.of("panelShown", true, "panel", new PanelPage(html));
    }
}
