package io.throughline.app.store;

import io.throughline.core.work.WorkRules;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an administrator decides.
 *
 * @param cancelledResolutions names as typed; compared without case
 * @param levels level by issue type name as typed; sub-task -1, standard 0, Epic 1 and up
 * @param defaultPoints size of an item without story points
 * @param defaultSeconds size of an item without an original estimate
 * @param view groups that may read strategy
 * @param edit groups that may change strategy
 * @param administer groups that may change the settings; the product's administrators may always
 * @param jqlCeiling most issues that one of our JQL functions finds; above it refuses
 * @param fill how gently all issues are read
 * @param version 1 until somebody changes something, then one more each time
 */
public record Settings(
        List<String> cancelledResolutions,
        Map<String, Integer> levels,
        double defaultPoints,
        double defaultSeconds,
        List<String> view,
        List<String> edit,
        List<String> administer,
        int jqlCeiling,
        FillPace fill,
        long version) {
    public static final int USUAL_JQL_CEILING = 100_000;

    /** The settings of a new installation. */
    public static final Settings DEFAULTS = new Settings(
            List.of(
                    "Won't Do",
                    "Won't Fix",
                    "Duplicate",
                    "Cannot Reproduce",
                    "Incomplete",
                    "Invalid",
                    "Not A Bug",
                    "Declined",
                    "Rejected",
                    "Abandoned",
                    "Cancelled",
                    "Obsolete",
                    "Can't Do"),
            Map.of("Epic", 1, "Initiative", 2),
            1,
            8 * 60 * 60,
            List.of("strategy-viewers"),
            List.of("strategy-editors"),
            List.of("jira-administrators"),
            USUAL_JQL_CEILING,
            FillPace.USUAL,
            1);

    public Settings {
        cancelledResolutions = List.copyOf(cancelledResolutions);
        levels = Map.copyOf(levels);
        view = List.copyOf(view);
        edit = List.copyOf(edit);
        administer = List.copyOf(administer);
    }

    /** What the arithmetic needs to know of them. */
    public WorkRules workRules() {
        return new WorkRules(levels, Set.copyOf(cancelledResolutions), defaultPoints, defaultSeconds);
    }
}
