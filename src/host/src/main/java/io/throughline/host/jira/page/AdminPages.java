package io.throughline.host.jira.page;

import com.atlassian.jira.project.Project;
import com.atlassian.velocity.htmlsafe.HtmlSafe;
import io.throughline.host.jira.service.Workflow;
import io.throughline.host.jira.workflow.PlacedRules;
import io.throughline.host.jira.workflow.RuleKind;
import io.throughline.host.jira.workflow.RuleModule;
import io.throughline.host.launch.Users;
import io.throughline.host.manage.AuditPage;
import io.throughline.host.manage.OutboxPage;
import io.throughline.host.manage.PluginManagerPage;
import io.throughline.host.services.DeactivatedUsers;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /secure/admin/*}: what administrators see of this Jira (system, projects, users) and what they configure here: the rules of
 * plugins on the transitions of a project's workflow, and whose account is active.
 */
final class AdminPages extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final String USERS = "/user/UserBrowser.jspa";
    private static final String WORKFLOWS = "/workflows/ListWorkflows.jspa";

    /** The menu of administration; {@code tab} is what a page says in {@code admin.active.tab}. */
    static final List<MenuItem> MENU = List.of(
            new MenuItem("system", "System", "/secure/admin/ViewApplicationProperties.jspa"),
            new MenuItem("projects", "Projects", "/secure/admin/ViewProjects.jspa"),
            new MenuItem("users", "Users", "/secure/admin/user/UserBrowser.jspa"),
            new MenuItem("workflows", "Workflows", "/secure/admin" + WORKFLOWS),
            new MenuItem("manage-apps", "Manage apps", PluginManagerPage.PATH),
            new MenuItem("outbox", "Outgoing mail", OutboxPage.PATH),
            new MenuItem("audit", "Audit log", AuditPage.PATH));

    private final transient Screen screen;

    record MenuItem(String tab, String label, String path) {}

    /** A project with its number of issues. */
    public record ProjectEntry(String key, String name, String lead, long issues, boolean isArchived) {}

    /** A transition with its rules, and what more can be put on it. */
    public record TransitionEntry(int id, String name, List<RuleEntry> rules, List<ModuleEntry> modules) {}

    /** A rule; its view is the plugin's own template. */
    public record RuleEntry(
            long id, String kind, String name, @HtmlSafe String view) {}

    /** A module that can be put on a transition. */
    public record ModuleEntry(String key, String kind, String name) {}

    AdminPages(Screen screen) {
        this.screen = screen;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isAdministrator(response)) {
            return;
        }
        switch (path(request)) {
            case "", "/", "/ViewApplicationProperties.jspa" -> show(response, "system", Map.of("facts", facts()));
            case "/ViewProjects.jspa" -> show(response, "projects", Map.of("projects", projects()));
            case USERS -> show(response, "users", Map.of("users", users()));
            case WORKFLOWS -> workflows(request, response);
            default -> screen.notFound(response, "page");
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!screen.isOwnForm(request, response) || !isAdministrator(response)) {
            return;
        }
        if (path(request).equals(USERS)) {
            activate(request, response);
            return;
        }
        Optional<Project> project = project(request);
        if (!path(request).equals(WORKFLOWS) || project.isEmpty()) {
            screen.notFound(response, "page");
            return;
        }
        PlacedRules rules = screen.services().placedRules();
        String remove = text(request, "remove");
        Optional<RuleModule> module = screen.services().ruleModules().find(text(request, "module"));
        if (remove.matches("\\d{1,18}")) {
            rules.remove(Long.parseLong(remove));
        } else if (module.isPresent() && text(request, "transition").matches("\\d{1,9}")) {
            Map<String, String[]> form = new HashMap<>(request.getParameterMap());
            List.of("project", "module", "transition").forEach(form::remove);
            rules.add(
                    project.get().getId(),
                    Integer.parseInt(text(request, "transition")),
                    module.get(),
                    module.get().arguments(form));
        }
        response.sendRedirect(request.getContextPath() + "/secure/admin" + WORKFLOWS + "?project="
                + project.get().getKey());
    }

    /** Switches an account off or on; never an administrator's, or nobody could switch it on again. */
    private void activate(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = text(request, "user");
        boolean isThere = screen.node().users().find(name).isPresent();
        if (!isThere || screen.node().users().isAdministrator(name)) {
            screen.notFound(response, "user");
            return;
        }
        screen.node()
                .services()
                .get(DeactivatedUsers.class)
                .set(name, text(request, "active").equals("false"));
        response.sendRedirect(request.getContextPath() + "/secure/admin" + USERS);
    }

    private boolean isAdministrator(HttpServletResponse response) throws IOException {
        if (!screen.isAdministrator()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "Only administrators may see this page.");
        }
        return screen.isAdministrator();
    }

    private void show(HttpServletResponse response, String page, Map<String, Object> values) throws IOException {
        Map<String, Object> all = new HashMap<>(values);
        all.put("page", page);
        screen.show(response, HttpServletResponse.SC_OK, "admin-" + page, all);
    }

    private Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Product", "Jira " + screen.node().product().version() + " (embedded)");
        facts.put("Base URL", screen.node().baseUrl());
        facts.put("Confluence", screen.node().peerUrl());
        facts.put("Node", screen.node().id());
        facts.put(
                "Database",
                screen.node()
                        .options()
                        .db()
                        .map(url -> url.replaceAll("\\?.*", ""))
                        .orElse("H2 files"));
        facts.put("Home", screen.node().home().toString());
        facts.put("Java", System.getProperty("java.version"));
        facts.put("Time zone", screen.node().clock().getZone().toString());
        facts.put("Issues", "" + screen.services().data().issues().count());
        facts.put("Apps", "" + screen.node().plugins().all().size());
        return facts;
    }

    private List<ProjectEntry> projects() {
        Map<Long, Long> issues = screen.services().data().issues().countByProject();
        return screen.services().projectManager().getProjectObjects().stream()
                .map(project -> new ProjectEntry(
                        project.getKey(),
                        project.getName(),
                        screen.line(project).lead(),
                        issues.getOrDefault(project.getId(), 0L),
                        project.isArchived()))
                .toList();
    }

    private List<Users.User> users() {
        return screen.node().users().all();
    }

    private void workflows(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<Project> all = screen.services().projectManager().getProjectObjects();
        Optional<Project> chosen = project(request).or(() -> all.stream().findFirst());
        Map<String, Object> values = new HashMap<>();
        values.put("projects", all.stream().map(screen::line).toList());
        values.put("project", chosen.map(Project::getKey).orElse(""));
        values.put("transitions", chosen.map(this::transitions).orElse(List.of()));
        Optional<RuleModule> adding = screen.services().ruleModules().find(text(request, "module"));
        values.put(
                "adding",
                adding.map(each -> new ModuleEntry(each.key(), each.kind().word(), each.name()))
                        .orElse(null));
        values.put("transition", text(request, "transition"));
        values.put(
                "form",
                new Markup(adding.flatMap(each -> each.html(
                                "input-parameters", Map.of(), screen.node().templates()))
                        .orElse("")));
        show(response, "workflows", values);
    }

    /** Markup that a plugin's template made. */
    public record Markup(@HtmlSafe String html) {}

    private List<TransitionEntry> transitions(Project project) {
        List<PlacedRules.Placed> placed = screen.services().placedRules().of(project.getId());
        List<TransitionEntry> entries = new ArrayList<>();
        Workflow workflow = screen.services().workflow();
        Workflow.Transition create = workflow.create(project.getId());
        List<Workflow.Transition> all = new ArrayList<>(List.of(create));
        all.addAll(workflow.transitions(project.getId(), 0));
        for (Workflow.Transition transition : all) {
            entries.add(new TransitionEntry(
                    transition.id(),
                    transition.name(),
                    placed.stream()
                            .filter(rule -> rule.transition() == transition.id())
                            .map(this::rule)
                            .toList(),
                    modules(
                            transition.equals(create)
                                    ? EnumSet.of(RuleKind.VALIDATOR)
                                    : EnumSet.allOf(RuleKind.class))));
        }
        return entries;
    }

    private List<ModuleEntry> modules(Set<RuleKind> kinds) {
        return screen.services().ruleModules().all().stream()
                .filter(each -> kinds.contains(each.kind()))
                .map(each -> new ModuleEntry(each.key(), each.kind().word(), each.name()))
                .toList();
    }

    private RuleEntry rule(PlacedRules.Placed rule) {
        Optional<RuleModule> module = screen.services().ruleModules().find(rule.module());
        String view = module.flatMap(
                        each -> each.html("view", rule.args(), screen.node().templates()))
                .orElse("");
        return new RuleEntry(
                rule.id(),
                rule.kind().word(),
                module.map(RuleModule::name).orElse(rule.module() + " (not there)"),
                view);
    }

    private Optional<Project> project(HttpServletRequest request) {
        return Optional.ofNullable(screen.services().projectManager().getProjectObjByKey(text(request, "project")));
    }

    private static String path(HttpServletRequest request) {
        return Optional.ofNullable(request.getPathInfo()).orElse("");
    }

    private static String text(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
