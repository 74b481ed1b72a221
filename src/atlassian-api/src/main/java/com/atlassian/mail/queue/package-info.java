/** Declarations of the queue of outgoing mail; compile-only, each type names its source. */
package com.atlassian.mail.queue;
