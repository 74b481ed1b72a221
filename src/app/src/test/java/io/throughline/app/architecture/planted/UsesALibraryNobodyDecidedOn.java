package io.throughline.app.architecture.planted;

import com.google.common.base.Strings;

public final class UsesALibraryNobodyDecidedOn {
    String padded() {
        return Strings.padEnd("a", 3, 'b');
    }
}
