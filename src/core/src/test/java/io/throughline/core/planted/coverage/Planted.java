package io.throughline.core.planted.coverage;

import io.throughline.core.scorecard.Standing;

/** Coverage must not know scorecards. */
class Planted {
    Standing standing = Standing.ALIGNED;
}
