package com.atlassian.util.profiling;

/**
 * Where the Active Objects library reports its timings. The host keeps none.
 *
 * <p>Source: dossier 1.1, tried with Active Objects 6.1.1 [AO6].
 */
public final class Metrics {
    private Metrics() {}

    public static Builder metric(String name) {
        return new Builder();
    }

    /** Puts a measurement together. */
    public static class Builder {
        Builder() {}

        public Builder tag(String key, String value) {
            return this;
        }

        public Builder invokerPluginKey(String pluginKey) {
            return this;
        }

        public Builder withAnalytics() {
            return this;
        }

        public Ticker startTimer() {
            return () -> {};
        }
    }
}
