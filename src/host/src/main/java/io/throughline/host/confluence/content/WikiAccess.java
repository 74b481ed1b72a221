package io.throughline.host.confluence.content;

import io.throughline.host.launch.Users;

/** Who may do what. The host has one rule for all spaces: who may use Confluence may read and write, nobody else sees anything. */
public final class WikiAccess {

    private static final String USERS = "confluence-users";
    private static final String ADMINISTRATORS = "confluence-administrators";

    private final Users users;

    public WikiAccess(Users users) {
        this.users = users;
    }

    /** @param user null for anonymous, who may nothing */
    public boolean mayUse(String user) {
        return user != null && (users.isInGroup(user, USERS) || users.isInGroup(user, ADMINISTRATORS));
    }
}
