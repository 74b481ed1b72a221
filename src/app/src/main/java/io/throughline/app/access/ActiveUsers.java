package io.throughline.app.access;

/** Which users still are there: somebody who left, or whose account was switched off, owns nothing and may nothing. */
public interface ActiveUsers {
    /**
     * Whether a user exists and is not deactivated.
     *
     * @param key user key
     */
    boolean isActive(String key);
}
