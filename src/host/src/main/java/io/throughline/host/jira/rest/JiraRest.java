package io.throughline.host.jira.rest;

import io.throughline.host.jira.service.JiraServices;
import io.throughline.host.services.UserLocales;
import java.util.List;

/** Every resource and provider of {@code /rest/api/2}. */
public final class JiraRest {
    private JiraRest() {}

    /** @param baseUrl with the context path */
    public static List<Object> resources(JiraServices services, String baseUrl, String version, UserLocales locales) {
        Shapes shapes = new Shapes(services, baseUrl);
        Gate gate = new Gate(services);
        IssueShapes issues = new IssueShapes(services, shapes);
        return List.of(
                new RestErrorMapper(),
                new UnreadableErrorMapper(),
                new ServerResource(services, shapes, version, locales),
                new ProjectResource(services, shapes, gate),
                new ProjectPartsResource(services, shapes, gate),
                new IssueResource(services, shapes, issues, gate),
                new CommentResource(services, shapes, gate),
                new TransitionResource(services, shapes, gate),
                new SearchResource(services, issues),
                new IssueLinkResource(services, shapes, gate),
                new ConstantResource(services, shapes),
                new UserResource(services, shapes),
                new FilterResource(services, shapes),
                new PreferenceResource(services, locales));
    }
}
