/**
 * The rules of the house, as tests. Each rule is also shown a planted violation, in {@code planted}, and must find it:
 * a guard that cannot fail guards nothing.
 */
package io.throughline.app.architecture;
