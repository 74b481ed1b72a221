package io.throughline.app.confluence.onapage;

import io.throughline.app.web.SignalView;
import org.jspecify.annotations.Nullable;

/**
 * An objective whose signal changed.
 *
 * @param was null when it is new
 * @param is null when it is gone
 */
public record ChangeView(
        String name, @Nullable SignalView was, @Nullable SignalView is) {}
