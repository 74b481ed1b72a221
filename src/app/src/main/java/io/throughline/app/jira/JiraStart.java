package io.throughline.app.jira;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import io.throughline.app.live.FeedKeeper;
import io.throughline.app.live.IndexKeeper;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/**
 * Starts and stops what runs in the background in Jira. Listening begins before the fill, so that no change falls between
 * the two. The platform calls it only because it is exported as a service.
 */
@JiraComponent
@ExportAsService(LifecycleAware.class)
public class JiraStart implements LifecycleAware {
    private final JiraWorkEvents events;
    private final FeedKeeper feed;
    private final IndexKeeper keeper;
    private final JiraClockwork clockwork;

    @Inject
    public JiraStart(JiraWorkEvents events, FeedKeeper feed, IndexKeeper keeper, JiraClockwork clockwork) {
        this.events = events;
        this.feed = feed;
        this.keeper = keeper;
        this.clockwork = clockwork;
    }

    @Override
    public void onStart() {
        events.listen();
        feed.start();
        keeper.start();
        clockwork.start();
    }

    @Override
    public void onStop() {
        events.stopListening();
        clockwork.stop();
        keeper.stop();
    }

    /** Disabling or updating the plugin ends the Spring context, and that is not everywhere announced by onStop. */
    @PreDestroy
    public void end() {
        onStop();
    }
}
