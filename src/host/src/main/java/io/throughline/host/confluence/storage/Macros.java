package io.throughline.host.confluence.storage;

import com.atlassian.confluence.macro.Macro;
import java.util.Optional;

/** The macros a page can name. */
public interface Macros {

    /**
     * @param name as in storage format
     * @return empty when no enabled plugin has such a macro
     */
    Optional<Macro> find(String name);
}
