package io.throughline.app.jira;

import io.throughline.app.jira.StrategyQueries.Answer;
import io.throughline.app.jira.StrategyQueries.Searcher;
import io.throughline.app.web.Languages;
import jakarta.inject.Inject;
import java.util.List;

/** {@code driftingWork()}: work of objectives whose outcome does not move while the work lands. */
public final class DriftingWorkFunction extends StrategyFunction {
    private final StrategyQueries queries;

    @Inject
    public DriftingWorkFunction(StrategyQueries queries, Languages languages) {
        super(languages, 0, 0);
        this.queries = queries;
    }

    @Override
    Answer find(List<String> arguments, Searcher searcher) {
        return queries.driftingWork(searcher);
    }
}
