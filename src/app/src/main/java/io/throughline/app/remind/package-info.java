/**
 * Mails that remind the owners of KPIs of what they owe: a value whose period has ended, an attestation. Sent once in the
 * cluster, each reminder once. Entry: {@link io.throughline.app.remind.ReminderKeeper}.
 */
@NullMarked
package io.throughline.app.remind;

import org.jspecify.annotations.NullMarked;
