package io.throughline.bench;

/**
 * Size and done size of an objective in the measure of its plan: items, thousandths of a point, or seconds; whole numbers, so
 * that answers can be compared exactly.
 */
record Totals(long total, long done) {}
