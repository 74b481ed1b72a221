/** Declarations of OSWorkflow, on which Jira's workflows rest; compile-only, each type names its source. */
package com.opensymphony.workflow;
