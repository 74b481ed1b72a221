package io.throughline.app.shown;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking Confluence.
 *
 * @param state why there may be no pages
 * @param confluence name of the Confluence, empty when none is linked
 * @param way where the person can allow it, null for nowhere
 * @param pages those that show the thing itself before those that show its plan, each newest first
 * @param isAll false when there were more pages with our macros than are read
 */
public record Shown(
        State state, String confluence, @Nullable URI way, List<Page> pages, boolean isAll) {
    public enum State {
        READY,
        NO_LINK,
        NOT_AUTHORISED,
        NO_ANSWER
    }

    /** How a page shows the thing. */
    public enum Via {
        /** A card of the objective, a chart of the KPI. */
        ITSELF,
        /** A chart of one of the objective's KPIs. */
        KPI,
        /** A scorecard, map or other macro of its whole plan. */
        PLAN
    }

    /** A page that the asking person may see. */
    public record Page(String title, String space, String url, Via via) {}

    static Shown without(State state, String confluence, @Nullable URI way) {
        return new Shown(state, confluence, way, List.of(), true);
    }
}
