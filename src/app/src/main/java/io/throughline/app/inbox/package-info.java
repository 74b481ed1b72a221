/**
 * What people owe the strategy: values that are due, attestations, decisions. Asked by the inbox page and by the mails
 * that remind. Entry: {@link io.throughline.app.inbox.Inbox}.
 */
@NullMarked
package io.throughline.app.inbox;

import org.jspecify.annotations.NullMarked;
