package io.throughline.app.remind;

/** The product's outgoing mail. */
public interface Postbox {
    /** Whether mail goes anywhere: without a mail server nothing is sent, and nothing counts as sent. */
    boolean isOpen();

    /** Whether somebody has an address. */
    boolean reaches(String userKey);

    /**
     * Puts a mail into the queue, outside of any transaction.
     *
     * @param subject one line
     * @param html escaped already
     */
    void send(String userKey, String subject, String html);
}
