package io.throughline.core.planted.scorecard;

/** Breaks a rule on purpose; see ArchitectureTest. */
final class Planted {
    static int count;

    java.sql.Connection database;
}
