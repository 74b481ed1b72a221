package io.throughline.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Switches the module of the issue panel off and on, as an administrator does in Jira's list of plugins. */
final class PanelSwitch {
    /** How a page begins to write the panel. */
    private static final String PANEL = "class=\"tl tl-panel\"";

    private final Caller admin;
    private final Caller reader;
    private final String issue;

    /**
     * Switches nothing yet.
     *
     * @param reader somebody who views strategy
     * @param issue the key of an issue that the reader may browse
     */
    PanelSwitch(Caller admin, Caller reader, String issue) {
        this.admin = admin;
        this.reader = reader;
        this.issue = issue;
    }

    /** Switches, and looks at the page whether the panel is what it should be. */
    void turn(PanelWindows.Kind kind) throws Exception {
        boolean on = kind == PanelWindows.Kind.WITH;
        String form =
                "?plugin=io.throughline.strategy&module=issue-panel&action=" + (on ? "enable" : "disable") + "-module";
        Caller.Answer answer = admin.send("POST", "/plugins/servlet/upm" + form, "", "X-Atlassian-Token", "no-check");
        assertThat(answer.status()).as(answer.body()).isIn(200, 302, 303);
        Caller.Answer page = reader.send("GET", "/browse/" + issue, null);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(page.body().contains(PANEL))
                .as("the panel is on the page of " + issue)
                .isEqualTo(on);
    }

    /** Opens windows of both kinds by turns until it is closed, one of each at least; then the panel is there. */
    Turns inTurns(PanelWindows windows, Duration each) {
        return new Turns(windows, each);
    }

    /** Under way on a thread of its own. */
    final class Turns implements AutoCloseable {
        private final ExecutorService thread = Executors.newSingleThreadExecutor();
        private final CountDownLatch enough = new CountDownLatch(1);
        private final Future<?> work;

        private Turns(PanelWindows windows, Duration each) {
            work = thread.submit(() -> {
                do {
                    for (PanelWindows.Kind kind : PanelWindows.Kind.values()) {
                        turn(kind);
                        windows.open(kind);
                        enough.await(each.toMillis(), TimeUnit.MILLISECONDS);
                        windows.close();
                    }
                } while (enough.getCount() > 0);
                turn(PanelWindows.Kind.WITH);
                return null;
            });
            thread.shutdown();
        }

        /** Waits until the panel is there again; fails if a switch failed. */
        @Override
        public void close() throws Exception {
            enough.countDown();
            try {
                work.get(2, TimeUnit.MINUTES);
            } catch (ExecutionException failed) {
                throw new AssertionError("the panel could not be switched", failed.getCause());
            }
        }
    }
}
