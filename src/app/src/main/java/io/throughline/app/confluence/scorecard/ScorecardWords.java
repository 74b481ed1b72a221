package io.throughline.app.confluence.scorecard;

import java.util.List;

/** The fixed words of the scorecard's templates, by key: templates may call nothing but maps and views. */
final class ScorecardWords {
    static final List<String> KEYS = List.of(
            "throughline.outcome",
            "throughline.delivery",
            "throughline.signal",
            "throughline.owner",
            "throughline.scorecard.caption",
            "throughline.scorecard.column.name",
            "throughline.scorecard.column.target",
            "throughline.scorecard.column.measured",
            "throughline.legend.good",
            "throughline.legend.warn",
            "throughline.legend.bad",
            "throughline.legend.none",
            "throughline.legend.tick",
            "throughline.legend.done",
            "throughline.legend.started",
            "throughline.legend.signal");

    private ScorecardWords() {}
}
