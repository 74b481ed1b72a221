/**
 * Benchmarks that run ours and a peer side by side, in one process, on the same seeded world, and compare the answers
 * before they compare the times. Start at {@link io.throughline.bench.RollUpBench}.
 */
package io.throughline.bench;
