package io.throughline.app.live;

import io.throughline.app.access.Caller;
import io.throughline.core.work.WorkView;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What users may browse in Jira: the one place that asks for Jira's permissions. What may not be seen looks absent. */
public interface Browsing {
    /** What a user may see of all work, to be used for one request and thrown away. */
    Sight of(Caller viewer);

    /** The id of an issue by its present or a former key; empty if there is none or the viewer may not browse it. */
    OptionalLong find(String issueKey, Caller viewer);

    /** What there is to show of issues, by id; those that the viewer may not browse are left out. */
    Map<Long, Card> cards(Collection<Long> ids, Caller viewer);

    /** An issue as a row shows it, in the words of Jira. */
    record Card(String key, String summary, String type, String status) {}

    /** The key of the user who leads a project, by Jira's id; empty for nobody. */
    Optional<String> lead(long projectId);

    /** Differs when a user may browse other projects than before. */
    String visibility(Caller viewer);

    /** One user's sight of the work. */
    interface Sight {
        /** Whether the user may browse a project, by Jira's id. */
        boolean project(long projectId);

        /** Whether the user may browse the item at a position of the view: its project, and its security level. */
        boolean item(WorkView work, int position);

        /** Whether the user may read a query: whether it names nothing that the user may not know of. */
        boolean query(String jql);

        /** Whether the user may browse an issue by id; false for one that is gone. */
        boolean issue(long id);
    }
}
