package com.atlassian.confluence.security;

/**
 * A kind of access.
 *
 * <p>Source: dossier 4.5 [V8]
 */
public final class Permission {

    public static final Permission VIEW = new Permission("VIEW");
    public static final Permission EDIT = new Permission("EDIT");

    private final String name;

    private Permission(String name) {
        this.name = name;
    }

    @Override
    public String toString() {
        return name;
    }
}
