/**
 * The supervisor behind {@code ./demo}: one JVM per product and node, their logs, their readiness, the sample strategy, and a
 * clean end. Entry: {@link io.throughline.host.demo.Supervisor}.
 */
package io.throughline.host.demo;
