package io.throughline.host.jira.page;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import io.throughline.host.jira.service.JiraServices;
import io.throughline.host.launch.Node;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;

/** What Jira gives to every web fragment: user, username, helper, and on the issue view issue and project. */
final class FragmentContext {
    private final Node node;
    private final JiraServices services;

    FragmentContext(Node node, JiraServices services) {
        this.node = node;
        this.services = services;
    }

    /** @param project may be null, and so may the issue */
    static Map<String, Object> of(HttpServletRequest request, Project project, Issue issue) {
        Map<String, Object> params = new HashMap<>();
        if (issue != null) {
            params.put("issue", issue);
        }
        if (project != null) {
            params.put("project", project);
        }
        Map<String, Object> context = new HashMap<>(params);
        context.put("helper", new JiraHelper(request, project, params));
        return context;
    }

    /** Adds what the page did not give. */
    Map<String, Object> complete(Map<String, Object> context) {
        Map<String, Object> all = new HashMap<>(context);
        ApplicationUser user = services.authenticationContext().getLoggedInUser();
        all.put("user", user);
        all.put("username", node.users().current().orElse(null));
        all.putIfAbsent("helper", new JiraHelper(null, null, Map.of()));
        Project project = ((JiraHelper) all.get("helper")).getProject();
        all.put("projectKeyEncoded", project == null ? "" : project.getKey());
        all.put("pathEncodedProjectKey", project == null ? "" : project.getKey());
        return all;
    }
}
