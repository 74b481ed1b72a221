package io.throughline.host.launch;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The people of a node and who is acting on the current thread. User key and user name are the same on this host. */
public interface Users {

    /** @param groups names of the groups the user is in */
    record User(String name, String fullName, String email, Set<String> groups, boolean active) {}

    List<User> all();

    Optional<User> find(String name);

    boolean authenticate(String name, String password);

    boolean isInGroup(String name, String group);

    boolean isAdministrator(String name);

    /** The user of this thread, empty for anonymous. */
    Optional<String> current();

    /** Sets the user of this thread; null for anonymous. The caller restores what was there before. */
    void become(String name);

    /**
     * From now on tells the follower, on the same thread, whenever the user of a thread changes. A product that keeps a user per
     * thread of its own, as Confluence does, follows.
     */
    void follow(Consumer<Optional<String>> follower);

    /** From now on the user of a thread is whoever that place says: what a plugin sets there counts, as in Confluence. */
    void keptIn(Supplier<Optional<String>> place);

    /** Runs as that user and restores the former one. */
    default <T> T as(String name, Callable<T> work) throws Exception {
        String before = current().orElse(null);
        become(name);
        try {
            return work.call();
        } finally {
            become(before);
        }
    }
}
