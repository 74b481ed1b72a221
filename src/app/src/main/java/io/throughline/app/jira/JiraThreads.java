package io.throughline.app.jira;

import com.atlassian.jira.util.thread.JiraThreadLocalUtil;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.JiraImport;
import io.throughline.app.live.Threads;
import jakarta.inject.Inject;
import org.apache.log4j.Logger;

/** Jira keeps caches and index searchers per thread; on a thread of ours nobody else would clear them. */
@JiraComponent
public class JiraThreads implements Threads {
    private static final Logger LOG = Logger.getLogger(JiraThreads.class);

    private final JiraThreadLocalUtil locals;

    @Inject
    public JiraThreads(@JiraImport JiraThreadLocalUtil locals) {
        this.locals = locals;
    }

    @Override
    public void run(Runnable task) {
        locals.preCall();
        try {
            task.run();
        } finally {
            locals.postCall(LOG);
        }
    }
}
