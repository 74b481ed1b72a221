/** Declarations of mail; compile-only, each type names its source. */
package com.atlassian.mail;
