/** Declarations about context providers of web panels, as the app calls them; compile-only, each type names its source. */
package com.atlassian.jira.plugin.webfragment.contextproviders;
