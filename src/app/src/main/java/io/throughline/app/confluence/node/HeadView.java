package io.throughline.app.confluence.node;

import java.util.List;

/**
 * The head of a macro about a plan.
 *
 * @param subtitle what the macro is
 * @param counts objectives by signal, empty where an answer has none
 * @param indexing what is said while Jira is being read, else empty
 * @param empty what is said of a plan with nothing in it, else empty
 */
public record HeadView(NodeView plan, String subtitle, List<CountView> counts, String indexing, String empty) {}
