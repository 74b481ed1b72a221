package io.throughline.core.coverage;

/**
 * Open size, split: {@code aligned + orphan + exempt = total}, exactly, in the plan's measure. 120 open points of which 70
 * reach an active objective and 20 are exempt leave 30 orphan.
 *
 * @param total size of open work, at least 0
 * @param aligned the part that reaches an active objective; aligned wins over exempt
 * @param orphan the part that does neither
 * @param exempt the part that needs no objective
 */
public record Coverage(double total, double aligned, double orphan, double exempt) {}
