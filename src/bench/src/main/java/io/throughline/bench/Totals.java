package io.throughline.bench;

/** Size and done size of an objective, in items. */
record Totals(long total, long done) {}
