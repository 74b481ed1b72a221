package io.throughline.app.jira;

import io.throughline.app.jira.StrategyQueries.Answer;
import io.throughline.app.jira.StrategyQueries.Searcher;
import io.throughline.app.web.Languages;
import jakarta.inject.Inject;
import java.util.List;

/** {@code orphanWork()}, {@code orphanWork("ABC")}: open work that serves nothing and is not exempt. */
public final class OrphanWorkFunction extends StrategyFunction {
    private final StrategyQueries queries;

    @Inject
    public OrphanWorkFunction(StrategyQueries queries, Languages languages) {
        super(languages, 0, 1);
        this.queries = queries;
    }

    @Override
    Answer find(List<String> arguments, Searcher searcher) {
        return queries.orphanWork(arguments.isEmpty() ? null : arguments.get(0), searcher);
    }
}
