package io.throughline.app.confluence.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.user.AuthenticatedUserThreadLocal;
import io.throughline.app.MovableClock;
import io.throughline.app.confluence.link.JiraReply.Body;
import io.throughline.app.confluence.link.JiraReply.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mockito.Mockito;

/** Confluence's side of a link in a test: its own clock, and a page that is patient only as long as the clock says. */
final class Reading implements AutoCloseable {
    static final Duration BUDGET = Duration.ofSeconds(3);

    /** How long the machine may take for what is not hung; nothing is asserted about it. */
    private static final Duration REALLY = Duration.ofSeconds(30);

    private final ExecutorService threads = Executors.newFixedThreadPool(16);
    final RememberedStrategy strategy;
    private final MovableClock clock = new MovableClock(Instant.parse("2027-03-15T08:00:00Z"));
    private volatile boolean hung;

    Reading(MoodyJira jira, long seed) {
        strategy =
                new RememberedStrategy(LinkedServer.at(jira.address()), threads, this::until, clock, new Random(seed));
    }

    /** Jira answers nobody: whoever waits does so as long as they may, and the clock with them. */
    void hung(boolean is) {
        hung = is;
    }

    void passes(Duration time) {
        clock.forward(time);
    }

    JiraReply ask(String reader, String path) {
        return ask(reader, path, page());
    }

    static PageTime page() {
        return new PageTime(BUDGET);
    }

    /** A rendering whose macros are going to ask these. */
    static PageTime page(List<String> questions) {
        return PageTime.of(rendering(""), BUDGET, () -> questions);
    }

    /** What Confluence hands to the macros of a page with this body. */
    static ConversionContext rendering(String storage) {
        ConversionContext context =
                Mockito.mock(ConversionContext.class, Mockito.withSettings().stubOnly());
        ContentEntityObject page =
                Mockito.mock(ContentEntityObject.class, Mockito.withSettings().stubOnly());
        Mockito.when(page.getBodyAsString()).thenReturn(storage);
        Map<String, Object> properties = new HashMap<>();
        Mockito.when(context.getEntity()).thenReturn(page);
        Mockito.when(context.getOutputType()).thenReturn("display");
        Mockito.when(context.getProperty(Mockito.anyString()))
                .thenAnswer(call -> properties.get(call.<String>getArgument(0)));
        Mockito.doAnswer(call -> properties.put(call.getArgument(0), call.getArgument(1)))
                .when(context)
                .setProperty(Mockito.anyString(), Mockito.any());
        return context;
    }

    JiraReply ask(String reader, String path, PageTime page) {
        AuthenticatedUserThreadLocal.set(reader.isEmpty() ? null : LinkedServer.person(reader));
        try {
            return strategy.ask(path, page);
        } finally {
            AuthenticatedUserThreadLocal.set(null);
        }
    }

    /** What a reader sees, whether it is new or not. */
    static String seen(JiraReply reply) {
        return reply instanceof Body body
                ? new String(body.bytes(), StandardCharsets.UTF_8)
                : ((Refusal) reply).reason().name();
    }

    static Refusal instead(JiraReply reply) {
        return ((Body) reply).instead();
    }

    /** Returns when everything that was asked in the background has come back. */
    void rests() throws Exception {
        while (strategy.underWay() > 0) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private Duration until(Future<?> done, Duration most) {
        if (hung || most.isZero()) {
            passes(most);
            return most;
        }
        try {
            done.get(REALLY.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            assertThat(done.isDone()).as("Jira answered").isTrue();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return Duration.ZERO;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
