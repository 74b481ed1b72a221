package io.throughline.host.jira.page;

import io.throughline.host.jira.service.JiraServices;
import io.throughline.host.launch.Node;
import io.throughline.host.plugin.Texts;
import io.throughline.host.web.WebResource;
import io.throughline.host.web.WebTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Mounts every page, the decorator, icons and the style sheet. */
public final class JiraPages {
    private final Node node;
    private final JiraServices services;

    public JiraPages(Node node, JiraServices services) {
        this.node = node;
        this.services = services;
    }

    public void mount(WebTree web) {
        Screen screen = new Screen(node, services);
        Gadgets gadgets = new Gadgets(
                services.data().jdbi(), node.templates(), node.services().get(Texts.class));
        IssueTabs tabs = new IssueTabs();
        web.moduleTypes().register("dashboard-item", gadgets);
        web.moduleTypes().register("issue-tabpanel", tabs);
        web.servlet("/", new FrontDoor(), WebTree.Login.NOT_NEEDED);
        web.servlet("/secure/Dashboard.jspa", new DashboardPage(screen, gadgets));
        web.servlet("/secure/BrowseProjects.jspa", new ProjectsPage(screen));
        web.servlet("/projects/*", new ProjectPage(screen));
        web.servlet("/issues/*", new SearchPage(screen));
        web.servlet("/secure/ManageFilters.jspa", new FiltersPage(screen));
        web.servlet("/secure/admin/*", new AdminPages(screen));
        web.servlet("/browse/*", new IssuePage(screen, tabs));
        web.servlet("/secure/CreateIssue.jspa", new CreateIssuePage(screen));
        web.servlet("/secure/WorkflowUIDispatcher.jspa", new TransitionPage(screen));
        web.servlet("/secure/MoveIssue.jspa", new MoveIssuePage(screen));
        web.servlet("/secure/EditIssue.jspa", new EditIssuePage(screen));
        for (IssueAction action : IssueAction.values()) {
            web.servlet(action.path(), new IssueActionPage(screen, action));
        }
        web.files("/images/icons", "web/jira/icons");
        web.decorator(new JiraDecorator(node, screen));
        node.fragments().addContext(new FragmentContext(node, services)::complete);
        web.resource(new WebResource(
                "com.atlassian.jira",
                "dashboard",
                node.product().version(),
                List.of("jira.dashboard"),
                List.of("com.atlassian.auiplugin:ajs"),
                List.of(new WebResource.File("gadgets.js", "web/jira/gadgets.js", JiraPages::read, List.of()))));
        web.resource(new WebResource(
                "com.atlassian.jira",
                "jira-global",
                node.product().version(),
                List.of("atl.general"),
                List.of("com.atlassian.auiplugin:ajs"),
                List.of(
                        new WebResource.File("jira.css", "web/jira/jira.css", JiraPages::read, List.of()),
                        new WebResource.File("events.js", "web/jira/events.js", JiraPages::read, List.of()))));
    }

    private static byte[] read(String location) {
        try (InputStream in = JiraPages.class.getClassLoader().getResourceAsStream(location)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
