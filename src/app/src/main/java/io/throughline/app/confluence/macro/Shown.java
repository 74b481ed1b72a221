package io.throughline.app.confluence.macro;

import java.util.List;

/**
 * What a macro shows.
 *
 * @param template below {@code templates/confluence}: {@code kpi} is {@code kpi.vm} on screen and {@code kpi-print.vm}
 *     everywhere else. It finds {@code $view}, {@code $words} (by key), {@code $shapes} (whether the medium's fonts have
 *     ● ▲ ◆ ○) and {@code $paper} ({@link io.throughline.app.confluence.paper.Paper}), and never prints the footer
 * @param view all it prints, in the reader's language; what the template calls is in the descriptor's allow-list
 * @param words keys of the template's fixed texts
 * @param notes what the footer says besides where the data is from
 */
public record Shown(String template, Object view, List<String> words, List<String> notes) {}
