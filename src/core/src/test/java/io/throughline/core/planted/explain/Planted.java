package io.throughline.core.planted.explain;

/** Breaks a rule on purpose; see ArchitectureTest. */
final class Planted {
    io.throughline.core.work.WorkItem item;
}
