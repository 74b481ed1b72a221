package io.throughline.app.access;

import java.util.Optional;

/** Users by what people type (the user name) and by what rows hold (the user key, which survives a rename). */
public interface People {
    /**
     * Somebody who exists.
     *
     * @param active false once the account is deactivated: what they owned counts as unowned then
     */
    record Person(String key, String name, String fullName, boolean active) {}

    /** Who has this user name. */
    Optional<Person> named(String name);

    /** Who has this user key. */
    Optional<Person> withKey(String key);
}
