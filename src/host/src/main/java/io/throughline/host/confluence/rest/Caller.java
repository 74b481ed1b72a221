package io.throughline.host.confluence.rest;

import io.throughline.host.confluence.content.WikiAccess;
import io.throughline.host.confluence.content.WikiRefusal;
import io.throughline.host.launch.Users;

/** Who is calling, and whether they may use Confluence at all. */
final class Caller {

    private final Users users;
    private final WikiAccess access;

    Caller(Users users, WikiAccess access) {
        this.users = users;
        this.access = access;
    }

    /** The caller's name. */
    String name() throws WikiRefusal {
        String name = users.current().orElse(null);
        if (!access.mayUse(name)) {
            throw new WikiRefusal(WikiRefusal.Kind.FORBIDDEN, "The user is not permitted to use Confluence");
        }
        return name;
    }
}
