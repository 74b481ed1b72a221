package io.throughline.app.access;

/**
 * A logged-in user, with what strategy lets them do.
 *
 * @param key user key: survives a rename, is what rows and the change log hold
 * @param name user name: what people type and read
 * @param mayView may read strategy; whoever may edit or administer may view
 * @param mayEdit may change plans, themes, objectives, KPIs and links
 * @param mayAdminister may change the settings
 */
public record Caller(String key, String name, boolean mayView, boolean mayEdit, boolean mayAdminister) {
    public Caller {
        if (key.isEmpty()) {
            throw new IllegalArgumentException("a caller has a user key");
        }
        mayEdit = mayEdit || mayAdminister;
        mayView = mayView || mayEdit;
    }
}
