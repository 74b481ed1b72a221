/**
 * The weekly mail to those who lead projects or own objectives: their orphans, their stale KPIs, their objectives whose work
 * lands while the outcome does not move. Entry: {@code DigestKeeper}.
 */
@NullMarked
package io.throughline.app.digest;

import org.jspecify.annotations.NullMarked;
