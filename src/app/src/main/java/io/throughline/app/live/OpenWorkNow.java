package io.throughline.app.live;

import io.throughline.core.coverage.Coverage;
import java.util.Map;

/**
 * How much of the open work the strategy covers.
 *
 * @param total the same for all viewers
 * @param projects by key, those that the viewer may browse
 * @param themes aligned size by key of theme; empty without a plan
 */
public record OpenWorkNow(Coverage total, Map<String, Coverage> projects, Map<String, Double> themes) {}
