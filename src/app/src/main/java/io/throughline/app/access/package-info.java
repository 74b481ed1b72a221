/**
 * Who may view, edit and administer strategy: the one place that knows. Rights are granted to groups by the settings;
 * what an issue or a project shows is Jira's own business. Entry: {@code Access}.
 */
@NullMarked
package io.throughline.app.access;

import org.jspecify.annotations.NullMarked;
