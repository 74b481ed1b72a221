package io.throughline.core.planted.strategy;

/** Breaks a rule on purpose; see ArchitectureTest. */
final class Planted {
    java.nio.file.Path file;
}
