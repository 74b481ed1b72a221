package io.throughline.app.architecture.planted;

import com.atlassian.confluence.macro.Macro;

public final class CallsConfluenceFromAnywhere {
    Macro.BodyType body(Macro macro) {
        return macro.getBodyType();
    }
}
