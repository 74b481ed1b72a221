/** Declarations about the user directory, as the app calls them; compile-only, each type names its source. */
package com.atlassian.crowd.embedded.api;
