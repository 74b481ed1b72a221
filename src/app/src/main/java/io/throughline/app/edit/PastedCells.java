package io.throughline.app.edit;

import java.util.ArrayList;
import java.util.List;

/** A pasted column or a CSV file as lines of cells: by tab, semicolon or comma, with quotes as spreadsheets write them. */
final class PastedCells {
    /**
     * One line that is not blank.
     *
     * @param number from 1, as an editor counts
     */
    record Line(int number, List<String> cells) {}

    private final String text;
    private final char separator;
    private final List<Line> lines = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private StringBuilder cell = new StringBuilder();
    private int line = 1;
    private int startedAt = 1;

    private PastedCells(String text) {
        this.text = text;
        this.separator = text.indexOf('\t') >= 0 ? '\t' : text.indexOf(';') >= 0 ? ';' : ',';
    }

    static List<Line> read(String text) {
        // what a spreadsheet puts in front of a file in UTF-8
        PastedCells pasted = new PastedCells(text.startsWith("\uFEFF") ? text.substring(1) : text);
        pasted.walk();
        return pasted.lines;
    }

    private void walk() {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isBreak = c == '\n' || c == '\r';
            if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                continue;
            }
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"' && (quoted || cell.toString().isBlank())) {
                quoted = !quoted;
            } else if (!quoted && c == separator) {
                endCell();
            } else if (!quoted && isBreak) {
                endLine();
            } else {
                cell.append(c);
            }
            line += isBreak ? 1 : 0;
            startedAt = !quoted && isBreak ? line : startedAt;
        }
        endLine();
    }

    private void endCell() {
        cells.add(cell.toString().strip());
        cell = new StringBuilder();
    }

    private void endLine() {
        endCell();
        if (cells.stream().anyMatch(each -> !each.isEmpty())) {
            lines.add(new Line(startedAt, cells));
        }
        cells = new ArrayList<>();
    }
}
