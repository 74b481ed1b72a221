/** Declarations about the definition of workflows; compile-only, each type names its source. */
package com.opensymphony.workflow.loader;
