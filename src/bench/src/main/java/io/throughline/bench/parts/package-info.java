/**
 * The small parts that requests and changes are made of, each alone, measured by JMH. Start at
 * {@link io.throughline.bench.parts.PartsBench}; what a part does is said by its {@link io.throughline.bench.parts.Words}.
 *
 * <p>For seeing where time goes, and whether a change of the code changed it; how we compare with others is what the other
 * package measures.
 */
@NullMarked
package io.throughline.bench.parts;

import org.jspecify.annotations.NullMarked;
