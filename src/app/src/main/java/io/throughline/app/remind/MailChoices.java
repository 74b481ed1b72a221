package io.throughline.app.remind;

/** Who does not want to be reminded by mail. */
public interface MailChoices {
    /** Everybody does unless they say otherwise. */
    boolean wantsMail(String userKey);

    /** Somebody's own decision. */
    void choose(String userKey, boolean wantsMail);
}
