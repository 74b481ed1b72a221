/**
 * What both products' pages share: the reader's language and figures, and the views of bars, health and signals that
 * templates print. Nothing here touches a type of one product. Entry: {@link io.throughline.app.web.Languages}.
 */
@NullMarked
package io.throughline.app.web;

import org.jspecify.annotations.NullMarked;
