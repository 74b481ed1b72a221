package io.throughline.app.confluence.macro;

import java.util.List;

/**
 * From where and when a macro's data is.
 *
 * @param asOf {@code As of 15 Mar 2027, 08:42 UTC}
 * @param source which Jira, when read, which version of the strategy
 * @param notes pinned or not, and what the macro adds
 */
public record FootView(String asOf, String source, List<String> notes) {}
