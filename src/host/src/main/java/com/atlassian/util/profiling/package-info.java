/** What the Active Objects library wants of Atlassian's profiling and no registry serves; it measures nothing here. */
package com.atlassian.util.profiling;
