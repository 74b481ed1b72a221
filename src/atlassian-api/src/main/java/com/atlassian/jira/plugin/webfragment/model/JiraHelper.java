package com.atlassian.jira.plugin.webfragment.model;

import com.atlassian.jira.project.Project;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

/**
 * What a web fragment knows of the page it stands on.
 *
 * <p>Source: dossier 3.10 [V8, U9]
 */
public class JiraHelper {
    private final HttpServletRequest request;
    private final Project project;

    public JiraHelper(HttpServletRequest request, Project project, Map<String, Object> params) {
        this.request = request;
        this.project = project;
    }

    public HttpServletRequest getRequest() {
        return request;
    }

    /** Null outside a project. */
    public Project getProject() {
        return project;
    }
}
