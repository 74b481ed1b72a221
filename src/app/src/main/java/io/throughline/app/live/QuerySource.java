package io.throughline.app.live;

import java.util.Collection;

/** Runs queries as a given user: what that user may not browse is not found. Nothing is ever silently cut. */
public interface QuerySource {
    /**
     * The ids of all issues that a query finds, in any order.
     *
     * @throws UnreadableQuery if the query means nothing to that user, or the user is gone
     */
    long[] all(String jql, String userKey);

    /**
     * Those of some issues that a query finds.
     *
     * @throws UnreadableQuery likewise
     */
    long[] among(String jql, String userKey, Collection<Long> ids);
}
