package io.throughline.app.confluence.link;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import io.throughline.app.confluence.link.JiraReply.Refusal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the macros of one rendering of one page share: how long they may wait for Jira together, and what Jira refused. Only
 * waiting counts; what other macros take is not ours. It lives in the rendering, since the same macro instance serves all
 * pages and threads.
 */
public final class PageTime {
    private static final String PROPERTY = "io.throughline.strategy.page-time";

    private Duration left;
    /** No page asks twice what was refused: twelve macros about a deleted plan are one question. */
    private final Map<String, Refusal> refused = new HashMap<>();

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

    synchronized @Nullable Refusal refused(String path) {
        return refused.get(path);
    }

    synchronized void remember(String path, Refusal refusal) {
        refused.put(path, refusal);
    }

    synchronized void spend(Duration waited) {
        left = waited.compareTo(left) < 0 ? left.minus(waited) : Duration.ZERO;
    }
}
