package com.atlassian.jira.plugin.issuetabpanel;

/**
 * What the descriptor says of a tab; none of it is asked for here.
 *
 * <p>Source: dossier 3.10 [S6]
 */
public interface IssueTabPanelModuleDescriptor {}
