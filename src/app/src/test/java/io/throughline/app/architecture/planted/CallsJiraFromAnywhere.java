package io.throughline.app.architecture.planted;

import com.atlassian.jira.issue.Issue;

public final class CallsJiraFromAnywhere {
    String key(Issue issue) {
        return issue.getKey();
    }
}
