/**
 * Rules for Jira's workflows: a validator and a condition that ask whether an issue serves an objective, and a function that
 * links it to one. Administrators configure them on a transition; ADR 014. Entry: {@code Gate}.
 */
@NullMarked
package io.throughline.app.jira.gate;

import org.jspecify.annotations.NullMarked;
