package io.throughline.app.confluence.link;

import com.atlassian.confluence.user.AuthenticatedUserThreadLocal;
import com.atlassian.confluence.user.ConfluenceUser;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whoever a page is rendered for: the viewer, the exporter, the receiver of a mail. */
final class Reader {
    private final @Nullable ConfluenceUser user;

    private Reader(@Nullable ConfluenceUser user) {
        this.user = user;
    }

    /** Whoever the current thread acts for; exports act for somebody without a request. */
    static Reader current() {
        return new Reader(AuthenticatedUserThreadLocal.get());
    }

    /** The user key, which no other person ever gets; empty for nobody. */
    String key() {
        return user == null ? "" : user.getKey().getStringValue();
    }

    /** Does something as this reader on another thread, and leaves that thread as it was. */
    <T> T acting(Supplier<T> task) {
        ConfluenceUser before = AuthenticatedUserThreadLocal.get();
        AuthenticatedUserThreadLocal.set(user);
        try {
            return task.get();
        } finally {
            AuthenticatedUserThreadLocal.set(before);
        }
    }
}
