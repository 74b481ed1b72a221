package io.throughline.core.planted.orphans;

import io.throughline.core.delivery.DeliveryBlock;

/** Orphans must not know how delivery is summed. */
class Planted {
    DeliveryBlock block;
}
