package io.throughline.app.live;

import io.throughline.core.coverage.OpenWork;
import io.throughline.core.scorecard.PlanScore;

/**
 * The numbers of one plan for one viewer, all from one moment.
 */
public interface PlanReading {
    /** Whether the numbers about work are whole; if not, they are not shown. */
    IndexHealth health();

    /** The blocks of every node and link, the same for all viewers. */
    PlanScore score();

    /** How much of the open work in the plan's scope its strategy covers; summed up when asked. */
    OpenWork openWork();

    /** Whether it is known how many items a viewer may not browse; of a past day it is not. */
    default boolean knowsHidden() {
        return true;
    }

    /** Of the items that a node's delivery counts, how many the viewer may not browse. */
    int hidden(String nodeKey);

    /** Of the items that a link holds, how many the viewer may not browse. */
    int hidden(long link);
}
