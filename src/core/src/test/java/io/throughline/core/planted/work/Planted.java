package io.throughline.core.planted.work;

/** Breaks a rule on purpose; see ArchitectureTest. */
final class Planted {
    org.junit.jupiter.api.Assertions logger;
}
