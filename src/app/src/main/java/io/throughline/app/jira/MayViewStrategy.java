package io.throughline.app.jira;

import com.atlassian.plugin.web.Condition;
import io.throughline.app.access.Access;
import io.throughline.app.access.Caller;
import jakarta.inject.Inject;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the current user may view strategy: without that, no panel and no menu item tells that there is one. */
public class MayViewStrategy implements Condition {
    private static final Logger LOG = LoggerFactory.getLogger(MayViewStrategy.class);

    private final Access access;

    @Inject
    public MayViewStrategy(Access access) {
        this.access = access;
    }

    @Override
    public void init(Map<String, String> parameters) {}

    @Override
    public boolean shouldDisplay(Map<String, Object> context) {
        try {
            return access.caller().filter(Caller::mayView).isPresent();
        } catch (RuntimeException e) {
            // every page of Jira asks this: it must not fall with us, and an unknown right is no right
            LOG.warn("It could not be told who may view strategy", e);
            return false;
        }
    }
}
