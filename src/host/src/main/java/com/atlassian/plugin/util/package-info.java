/** What the Active Objects library wants of the plugin framework and no registry serves. */
package com.atlassian.plugin.util;
