package io.throughline.host.velocity;

import io.throughline.host.web.Html;
import org.apache.velocity.app.event.ReferenceInsertionEventHandler;

/** Escapes what a reference prints. */
final class Escaping implements ReferenceInsertionEventHandler {

    @Override
    public Object referenceInsert(String reference, Object value) {
        if (value == null || value instanceof SafeHtml) {
            return value;
        }
        return Html.escape(value.toString());
    }
}
