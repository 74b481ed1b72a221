package io.throughline.app.confluence.macro;

/**
 * A message in place of a macro.
 *
 * @param tone style class: tl-warn where the reader or author can do something, tl-bad where Jira is at fault
 * @param shape character that stays without a style sheet
 * @param title what is so
 * @param help what to do about it
 * @param url where to do it, empty for nowhere
 * @param action text of the link
 */
public record NoticeView(String tone, String shape, String title, String help, String url, String action) {}
