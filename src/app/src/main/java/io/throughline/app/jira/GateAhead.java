package io.throughline.app.jira;

import com.atlassian.jira.issue.Issue;
import java.util.List;

/** What would stop an issue later, so that the panel can say so before it bites. */
public interface GateAhead {
    /** Names of the transitions of its workflow that would refuse the issue as it stands, because it serves nothing. */
    List<String> refusing(Issue issue);
}
