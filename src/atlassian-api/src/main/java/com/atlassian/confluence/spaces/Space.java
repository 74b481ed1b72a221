package com.atlassian.confluence.spaces;

/**
 * A space.
 *
 * <p>Source: dossier 4.5 [S6, V8]
 */
public class Space {

    private final long id;
    private final String key;
    private final String name;

    /** Confluence makes its spaces; a plugin only reads them. */
    protected Space(long id, String key, String name) {
        this.id = id;
        this.key = key;
        this.name = name;
    }

    public long getId() {
        return id;
    }

    public String getKey() {
        return key;
    }

    public String getName() {
        return name;
    }
}
