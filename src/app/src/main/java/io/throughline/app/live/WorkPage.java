package io.throughline.app.live;

import io.throughline.core.work.StatusCategory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the items behind a number.
 *
 * @param total how many the viewer may see in all
 */
public record WorkPage(int total, List<Row> rows) {
    public WorkPage {
        rows = List.copyOf(rows);
    }

    /**
     * One item.
     *
     * @param key issue key
     * @param summary as Jira has it, for this viewer
     * @param type name of the issue type
     * @param status name of the status
     * @param category what counts
     * @param size in the plan's measure; null when the item carries none
     * @param unsized whether {@code size} is the plan's default
     * @param excluded whether the item is cancelled and counts in no other number
     * @param via how it reaches the objective
     */
    public record Row(
            String key,
            String summary,
            String type,
            String status,
            StatusCategory category,
            @Nullable Double size,
            boolean unsized,
            boolean excluded,
            Reach via) {}
}
