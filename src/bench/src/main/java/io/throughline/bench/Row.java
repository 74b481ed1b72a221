package io.throughline.bench;

/**
 * One line of the report.
 *
 * @param engine {@code throughline}, a peer, or {@code pass}: one plain pass over bytes of the same number
 * @param work {@code full} recompute of all plans, {@code change} of one leaf, a scan for {@code orphans} in all plans together,
 *     to {@code fill} from the items, or to {@code load} what was saved
 * @param runs how often it was measured; the median counts
 * @param bytesPerItem heap of index and roll-up together, 0 where that is not asked
 */
record Row(int items, String engine, String work, double medianMs, int runs, double bytesPerItem) {
    String json() {
        String memory = bytesPerItem == 0 ? "null" : String.format(java.util.Locale.ROOT, "%.1f", bytesPerItem);
        return String.format(
                java.util.Locale.ROOT,
                "{\"items\":%d,\"engine\":\"%s\",\"work\":\"%s\",\"medianMs\":%.6f,\"runs\":%d,\"bytesPerItem\":%s}",
                items,
                engine,
                work,
                medianMs,
                runs,
                memory);
    }
}
