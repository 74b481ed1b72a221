package io.throughline.app.confluence.scorecard;

import java.util.List;

/** A theme's row, or an objective's with those of its KPIs. */
public record ScorecardBlock(String css, List<ScorecardLine> lines) {}
