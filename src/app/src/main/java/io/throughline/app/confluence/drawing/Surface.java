package io.throughline.app.confluence.drawing;

import java.util.List;

/** What a drawing is put on. A further format is a further implementation; no mark knows any. */
public interface Surface {
    void box(Mark.Box box);

    void circle(Mark.Circle circle);

    void outline(Mark.Outline outline);

    void text(Mark.Text text);

    /** Marks that belong together and have a name, and may lead somewhere. */
    void group(Mark.Group group);

    default void all(List<Mark> marks) {
        marks.forEach(mark -> mark.putOn(this));
    }
}
