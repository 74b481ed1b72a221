/** Declarations of mail servers; compile-only, each type names its source. */
package com.atlassian.mail.server;
