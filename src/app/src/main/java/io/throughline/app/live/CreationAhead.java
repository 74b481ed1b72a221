package io.throughline.app.live;

import io.throughline.app.access.Caller;
import java.util.Optional;

/** What would stop an issue that somebody is about to create, so that the form can say so before it bites. */
public interface CreationAhead {
    /**
     * What the gate of the first transition would say to an issue without parent, labels or links of its own.
     *
     * @param project Jira's id
     * @param type id of the issue type
     * @return empty where nothing would be said, where nobody can tell, and where the caller may not create issues
     */
    Optional<String> refusal(long project, String type, Caller caller);
}
