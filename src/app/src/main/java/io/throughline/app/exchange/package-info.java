/**
 * The whole strategy as one JSON document: written out with its history, read in again with every rule that the forms
 * have. Built on the store's own list of kinds, so that a new kind of object leaves and comes back without a change here.
 * Entry: {@link io.throughline.app.exchange.Exchange}.
 */
@NullMarked
package io.throughline.app.exchange;

import org.jspecify.annotations.NullMarked;
