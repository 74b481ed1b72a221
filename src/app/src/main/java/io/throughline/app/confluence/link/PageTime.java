package io.throughline.app.confluence.link;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import io.throughline.app.confluence.link.JiraReply.Refusal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the macros of one rendering of one page share: how long they may wait for Jira together, what all of them are going to
 * ask, so that the first one asks for the others too, and what Jira refused. Only waiting counts; what other macros take is not
 * ours. It lives in the rendering, since the same macro instance serves all pages and threads.
 */
public final class PageTime {
    private static final String PROPERTY = "io.throughline.strategy.page-time";

    private Duration left;
    /** No page asks twice what was refused: twelve macros about a deleted plan are one question. */
    private final Map<String, Refusal> refused = new HashMap<>();
    /** What was asked on behalf of this page, also what came of it already. */
    private final Map<String, CompletableFuture<JiraReply>> asked = new HashMap<>();

    private final Supplier<List<String>> reads;
    private @Nullable List<String> questions;

    /** Of something that asks by itself. */
    public PageTime(Duration budget) {
        this(budget, List::of);
    }

    private PageTime(Duration budget, Supplier<List<String>> questions) {
        this.left = budget;
        this.reads = questions;
    }

    /**
     * The time of a rendering: the first macro that asks starts it.
     *
     * @param context null outside of a page: such a macro has the budget for itself
     * @param questions paths that the macros of the page are going to ask, as far as one can know; read when Jira has to be
     *     asked, and only once
     */
    public static PageTime of(@Nullable ConversionContext context, Duration budget, Supplier<List<String>> questions) {
        if (context == null) {
            return new PageTime(budget);
        }
        if (context.getProperty(PROPERTY) instanceof PageTime started) {
            return started;
        }
        PageTime started = new PageTime(budget, questions);
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

    /** What the page is going to ask. */
    synchronized List<String> questions() {
        if (questions == null) {
            questions = List.copyOf(reads.get());
        }
        return questions;
    }

    /** What was asked for this page with another question; null for nothing. */
    synchronized @Nullable CompletableFuture<JiraReply> asked(String path) {
        return asked.get(path);
    }

    synchronized void asks(String path, CompletableFuture<JiraReply> answer) {
        asked.put(path, answer);
    }

    synchronized void spend(Duration waited) {
        left = waited.compareTo(left) < 0 ? left.minus(waited) : Duration.ZERO;
    }
}
