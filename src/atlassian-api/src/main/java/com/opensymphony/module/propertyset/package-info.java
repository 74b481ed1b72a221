/** Declarations of OSWorkflow's property sets; compile-only, each type names its source. */
package com.opensymphony.module.propertyset;
