package io.throughline.app.confluence.cascade;

import io.throughline.app.confluence.node.HeadView;
import java.util.List;

/**
 * A cascade as the templates print it.
 *
 * @param vision empty for none
 * @param mission empty for none
 */
public record CascadeView(HeadView head, String vision, String mission, List<LineView> lines) {
    static final List<String> WORDS = List.of(
            "throughline.outcome",
            "throughline.delivery",
            "throughline.signal",
            "throughline.owner",
            "throughline.macro.cascade.vision",
            "throughline.macro.cascade.mission",
            "throughline.macro.cascade.column.name",
            "throughline.scorecard.column.measured");
}
