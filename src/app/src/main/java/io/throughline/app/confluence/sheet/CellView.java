package io.throughline.app.confluence.sheet;

import io.throughline.app.web.SignalView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a table. What is absent is empty or null.
 *
 * @param css style class
 * @param text what stands there first
 * @param url where the text leads
 * @param strong what stands out behind the text
 * @param more smaller, at the end
 * @param badge a word that warns
 * @param was a signal that there was before
 * @param changes from what to what, field by field
 */
public record CellView(
        String css,
        String text,
        String url,
        String strong,
        String more,
        String badge,
        @Nullable Mark mark,
        @Nullable SignalView was,
        @Nullable SignalView signal,
        List<WasIsView> changes) {

    public static CellView text(String text) {
        return link(text, "");
    }

    public static CellView link(String text, String url) {
        return new CellView("", text, url, "", "", "", null, null, null, List.of());
    }

    /** Set as numbers are: to the right, digits below digits. */
    public static CellView number(String strong, String more) {
        return new CellView("tl-num", "", "", strong, more, "", null, null, null, List.of());
    }

    public static CellView mark(Mark mark, String strong, String more) {
        return new CellView("", "", "", strong, more, "", mark, null, null, List.of());
    }

    /** @param was null when there was none, or none is compared */
    public static CellView signal(@Nullable SignalView was, @Nullable SignalView is) {
        return new CellView("", "", "", "", "", "", null, was, is, List.of());
    }

    public static CellView changes(String text, List<WasIsView> changes) {
        return new CellView("", text, "", "", "", "", null, null, null, List.copyOf(changes));
    }

    public CellView badged(String word) {
        return new CellView(css, text, url, strong, more, word, mark, was, signal, changes);
    }

    public CellView withMore(String words) {
        return new CellView(css, text, url, strong, words, badge, mark, was, signal, changes);
    }
}
