package io.throughline.app.jira;

import com.atlassian.plugin.web.Condition;
import io.throughline.app.access.Access;
import io.throughline.app.access.Caller;
import jakarta.inject.Inject;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the current user may change the strategy's settings: without that, the administration does not offer them. */
public class MayAdministerStrategy implements Condition {
    private static final Logger LOG = LoggerFactory.getLogger(MayAdministerStrategy.class);

    private final Access access;

    @Inject
    public MayAdministerStrategy(Access access) {
        this.access = access;
    }

    @Override
    public void init(Map<String, String> parameters) {}

    @Override
    public boolean shouldDisplay(Map<String, Object> context) {
        try {
            return access.caller().filter(Caller::mayAdminister).isPresent();
        } catch (RuntimeException e) {
            // every page of Jira asks this: it must not fall with us, and an unknown right is no right
            LOG.warn("It could not be told who may administer strategy", e);
            return false;
        }
    }
}
