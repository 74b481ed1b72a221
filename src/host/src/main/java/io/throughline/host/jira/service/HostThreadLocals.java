package io.throughline.host.jira.service;

import com.atlassian.jira.util.thread.JiraThreadLocalUtil;
import org.apache.log4j.Logger;

/** This host keeps the user of a request per thread and nothing else, and clears that itself; calls must still come in pairs. */
final class HostThreadLocals implements JiraThreadLocalUtil {
    private final ThreadLocal<Boolean> isInside = ThreadLocal.withInitial(() -> false);

    @Override
    public void preCall() {
        if (isInside.get()) {
            throw new IllegalStateException("preCall within preCall");
        }
        isInside.set(true);
    }

    @Override
    public void postCall(Logger log) {
        if (log == null || !isInside.get()) {
            throw new IllegalStateException("postCall without preCall, or without a logger");
        }
        isInside.remove();
    }
}
