package io.throughline.app.jira;

import io.throughline.app.access.Access;
import io.throughline.app.access.Caller;
import jakarta.inject.Inject;

/** Whether the current user may change the strategy's settings: without that, the administration does not offer them. */
public class MayAdministerStrategy extends RightCondition {

    @Inject
    public MayAdministerStrategy(Access access) {
        super(access);
    }

    @Override
    boolean has(Caller caller) {
        return caller.mayAdminister();
    }
}
