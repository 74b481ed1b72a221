package io.throughline.app.confluence.drawing;

import java.util.List;

/**
 * A finished drawing.
 *
 * @param title what it shows, in a few words
 * @param description what is seen on it, for those who do not see it; empty where a table beside it says the same
 */
public record Drawing(double width, double height, String title, String description, List<Mark> marks) {
    /** Whether something on it can be followed: it is then a group of links and no longer one picture. */
    boolean leadsSomewhere() {
        return leads(marks);
    }

    private static boolean leads(List<Mark> marks) {
        return marks.stream()
                .anyMatch(mark ->
                        mark instanceof Mark.Group group && (!group.url().isEmpty() || leads(group.marks())));
    }
}
