package io.throughline.app.jira;

import io.throughline.app.jira.StrategyQueries.Answer;
import io.throughline.app.jira.StrategyQueries.Searcher;
import io.throughline.app.web.Languages;
import jakarta.inject.Inject;
import java.util.List;

/** {@code strategyWork("OBJ-1")}: all work that reaches a plan, theme or objective. */
public final class StrategyWorkFunction extends StrategyFunction {
    private final StrategyQueries queries;

    @Inject
    public StrategyWorkFunction(StrategyQueries queries, Languages languages) {
        super(languages, 1, 1);
        this.queries = queries;
    }

    @Override
    Answer find(List<String> arguments, Searcher searcher) {
        return queries.strategyWork(arguments.get(0), searcher);
    }
}
