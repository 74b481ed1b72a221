package io.throughline.app.confluence.act;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An issue that somebody wants to be made from a page.
 *
 * @param form the form's own word, made when it was shown
 * @param user user key; empty where it is the same work whoever wants it
 * @param project key
 * @param objective key, empty for none
 * @param details may be empty
 * @param source title and address of the page, for the description
 */
record NewWork(
        String form, String user, String project, String objective, String summary, String details, String source) {
    static final int LONGEST_SUMMARY = 255;
    static final int LONGEST_DETAILS = 10_000;

    /** The same for the same person and form, however often it is sent. */
    String fingerprint() {
        try {
            byte[] both = (user + "\0" + form).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(both));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** One word in the description by which it is found again when Jira's answer was lost. */
    String reference() {
        return "tl" + fingerprint().substring(0, 16);
    }
}
