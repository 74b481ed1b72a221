package io.throughline.app.live;

import io.throughline.core.orphans.OrphanKind;
import io.throughline.core.strategy.Exemption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One orphan, as a viewer may see it.
 *
 * @param ref key of the issue, project or object; id of a link
 * @param summary of the issue; null where it is for others to say
 * @param type of the issue, else null
 * @param status of the issue, else null
 * @param project key of its project; null for an object of the strategy
 * @param id Jira's id of the issue or the project; 0 for an object of the strategy
 * @param lead user key of the project's lead or the object's owner; null if there is none
 * @param openSize open orphan size of its subtree; null for an object of the strategy
 * @param updated last change; null where nobody knows
 * @param expired the exemption that covered it until it ran out; null if there was none
 * @param level of the issue: standard 0, epic 1, above 2; null for all else
 */
public record OrphanRow(
        OrphanKind kind,
        String ref,
        @Nullable String summary,
        @Nullable String type,
        @Nullable String status,
        @Nullable String project,
        long id,
        @Nullable String lead,
        @Nullable Double openSize,
        @Nullable Instant updated,
        @Nullable Exemption expired,
        @Nullable Integer level) {}
