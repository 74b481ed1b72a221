package io.throughline.bench.parts;

import org.openjdk.jmh.annotations.Benchmark;

/** A story goes to done, or back. */
public class OneChange {
    @Benchmark
    @Words("one story that was just read, changed, put into the index that nobody follows")
    public void intoTheIndex(Ground ground, Stories stories) {
        ground.index.upsert(stories.next());
    }

    @Benchmark
    @Words("the same, to the sums of every plan it touches")
    public void intoTheSums(Ground ground, Sums sums, Stories stories) {
        ground.index.upsert(stories.next());
    }
}
