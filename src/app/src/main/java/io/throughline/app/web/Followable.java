package io.throughline.app.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Which addresses from elsewhere may be printed as links. */
public final class Followable {
    private Followable() {}

    /** The address if it is one of the web; null for any other, such as a script. */
    public static @Nullable URI only(@Nullable URI address) {
        boolean isWeb = address != null && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
        return isWeb ? address : null;
    }
}
