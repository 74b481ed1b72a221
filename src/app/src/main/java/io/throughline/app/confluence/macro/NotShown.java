package io.throughline.app.confluence.macro;

/** A macro that shows a notice instead of strategy right now, in the words of that notice. */
public final class NotShown extends Exception {
    private static final long serialVersionUID = 1L;

    NotShown(NoticeView notice) {
        super((notice.title() + " " + notice.help()).strip());
    }

    /** In the language of whoever acts. */
    public String words() {
        return String.valueOf(getMessage());
    }
}
