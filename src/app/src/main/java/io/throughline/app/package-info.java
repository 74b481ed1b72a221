/**
 * The app: one JAR for two products. Each sub-package is a neighbour system: {@code store} keeps strategy in Active
 * Objects, {@code rest} speaks HTTP, {@code live} holds the roll-up, {@code jira} and {@code confluence} touch one
 * product each and are loaded only there.
 */
@NullMarked
package io.throughline.app;

import org.jspecify.annotations.NullMarked;
