package io.throughline.app.store;

import io.throughline.core.scorecard.KeptBlocks;
import java.time.LocalDate;

/**
 * What an achieved objective keeps from its day.
 *
 * @param objective key
 * @param day on which it was achieved
 * @param blocks as every page showed them then
 */
public record Kept(String objective, LocalDate day, KeptBlocks blocks, long version) {}
