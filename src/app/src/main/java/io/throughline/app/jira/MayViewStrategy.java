package io.throughline.app.jira;

import io.throughline.app.access.Access;
import io.throughline.app.access.Caller;
import jakarta.inject.Inject;

/** Whether the current user may view strategy: without that, no panel and no menu item tells that there is one. */
public class MayViewStrategy extends RightCondition {

    @Inject
    public MayViewStrategy(Access access) {
        super(access);
    }

    @Override
    boolean has(Caller caller) {
        return caller.mayView();
    }
}
