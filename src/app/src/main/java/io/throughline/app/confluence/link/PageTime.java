package io.throughline.app.confluence.link;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long all macros of one rendering of one page may wait for Jira, together. Only waiting counts: what other macros
 * take is not ours. It lives in the rendering, since the same macro instance serves all pages and threads.
 */
public final class PageTime {
    private static final String PROPERTY = "io.throughline.strategy.page-time";

    private Duration left;

    public PageTime(Duration budget) {
        this.left = budget;
    }

    /**
     * The time of a rendering: the first macro that asks starts it.
     *
     * @param context null outside of a page: such a macro has the budget for itself
     */
    public static PageTime of(@Nullable ConversionContext context, Duration budget) {
        if (context == null) {
            return new PageTime(budget);
        }
        if (context.getProperty(PROPERTY) instanceof PageTime started) {
            return started;
        }
        PageTime started = new PageTime(budget);
        context.setProperty(PROPERTY, started);
        return started;
    }

    /** Never negative. */
    public synchronized Duration left() {
        return left;
    }

    synchronized void spend(Duration waited) {
        left = waited.compareTo(left) < 0 ? left.minus(waited) : Duration.ZERO;
    }
}
