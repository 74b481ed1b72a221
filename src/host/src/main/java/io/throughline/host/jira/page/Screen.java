package io.throughline.host.jira.page;

import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import com.atlassian.webresource.api.assembler.RequiredResources;
import io.throughline.host.jira.model.IssueRow;
import io.throughline.host.jira.service.JiraServices;
import io.throughline.host.launch.Node;
import io.throughline.host.web.SameOrigin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends a page made from a template, with what every page needs, and answers who may see what. */
final class Screen {
    private final Node node;
    private final JiraServices services;
    private final Lines lines;

    Screen(Node node, JiraServices services) {
        this.node = node;
        this.services = services;
        this.lines = new Lines(services, node.product().contextPath());
    }

    Node node() {
        return node;
    }

    JiraServices services() {
        return services;
    }

    /** Issues as they stand in lists. */
    Lines lines() {
        return lines;
    }

    ApplicationUser user() {
        return services.authenticationContext().getLoggedInUser();
    }

    Collection<Project> projects() {
        return services.permissionManager().getProjects(ProjectPermissions.BROWSE_PROJECTS, user()).stream()
                .filter(project -> !project.isArchived())
                .toList();
    }

    /** A project for templates. */
    public record ProjectLine(String key, String name, String description, String lead, String url) {}

    ProjectLine line(Project project) {
        return new ProjectLine(
                project.getKey(),
                project.getName(),
                project.getDescription() == null ? "" : project.getDescription(),
                project.getProjectLead() == null ? "" : project.getProjectLead().getDisplayName(),
                node.product().contextPath() + "/projects/" + project.getKey());
    }

    /** The projects the user may browse. */
    List<ProjectLine> projectLines() {
        return projects().stream().map(this::line).toList();
    }

    Optional<Project> project(String key) {
        return Optional.ofNullable(services.projectManager().getProjectObjByKey(key))
                .filter(project -> may("BROWSE_PROJECTS", project.getId()));
    }

    Optional<IssueRow> issue(String key) {
        return services.data().issues().findByAnyKey(key).filter(row -> may("BROWSE_PROJECTS", row.projectId()));
    }

    /** Pulls the web resources of those contexts into the page that is being made. */
    void requireContexts(String... contexts) {
        RequiredResources resources =
                node.services().get(PageBuilderService.class).assembler().resources();
        for (String context : contexts) {
            resources.requireContext(context);
        }
    }

    boolean isAdministrator() {
        return node.users().current().filter(node.users()::isAdministrator).isPresent();
    }

    boolean may(String permission, long projectId) {
        return services.data().grants().isAllowed(permission, projectId, user() == null ? null : user().getKey());
    }

    void show(HttpServletResponse response, int status, String template, Map<String, Object> values)
            throws IOException {
        Map<String, Object> all = new HashMap<>(values);
        all.put("contextPath", node.product().contextPath());
        StringWriter html = new StringWriter();
        node.templates().renderHost("web/jira/" + template + ".vm", all, html);
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write(html.toString());
    }

    /** A page with one sentence. */
    void message(HttpServletResponse response, int status, String title, String sentence) throws IOException {
        show(response, status, "message", Map.of("title", title, "sentence", sentence));
    }

    /** The same for what is not there and for what may not be seen. */
    void notFound(HttpServletResponse response, String what) throws IOException {
        message(
                response,
                HttpServletResponse.SC_NOT_FOUND,
                "We can't find that " + what,
                "The " + what + " you're trying to view can't be found. It may have been deleted, or you do not have"
                        + " permission to see it.");
    }

    /** False, and answered, when the form was sent from another site's page. */
    boolean isOwnForm(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!SameOrigin.isForeign(request)) {
            return true;
        }
        message(response, HttpServletResponse.SC_FORBIDDEN, "XSRF check failed", "The form came from another site.");
        return false;
    }

    /** Web panels, already rendered. */
    List<Panel> panels(String location, Map<String, Object> context) {
        return node.fragments().panels(location, context).stream()
                .map(panel -> new Panel(panel.key().replaceAll("[^A-Za-z0-9-]", "-"), panel.label(), panel.html()))
                .toList();
    }

    /** @param id safe as an HTML id */
    public record Panel(
            String id,
            String label,
            @com.atlassian.velocity.htmlsafe.HtmlSafe String html) {}
}
