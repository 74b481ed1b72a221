package io.throughline.app.jira;

import com.atlassian.plugin.web.Condition;
import io.throughline.app.access.Access;
import io.throughline.app.access.Caller;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows something only to those who have a right to the strategy. */
abstract class RightCondition implements Condition {
    private static final Logger LOG = LoggerFactory.getLogger(RightCondition.class);

    private final Access access;

    RightCondition(Access access) {
        this.access = access;
    }

    abstract boolean has(Caller caller);

    @Override
    public void init(Map<String, String> parameters) {}

    @Override
    public boolean shouldDisplay(Map<String, Object> context) {
        try {
            return access.reader().filter(this::has).isPresent();
        } catch (RuntimeException e) {
            // every page of Jira asks this: it must not fall with us, and an unknown right is no right
            LOG.warn("{}: the rights to strategy could not be told", getClass().getSimpleName(), e);
            return false;
        }
    }
}
