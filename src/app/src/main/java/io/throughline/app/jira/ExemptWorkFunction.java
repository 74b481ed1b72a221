package io.throughline.app.jira;

import io.throughline.app.jira.StrategyQueries.Answer;
import io.throughline.app.jira.StrategyQueries.Searcher;
import io.throughline.app.web.Languages;
import jakarta.inject.Inject;
import java.util.List;

/** {@code exemptWork()}: open work that serves nothing and needs not. */
public final class ExemptWorkFunction extends StrategyFunction {
    private final StrategyQueries queries;

    @Inject
    public ExemptWorkFunction(StrategyQueries queries, Languages languages) {
        super(languages, 0, 0);
        this.queries = queries;
    }

    @Override
    Answer find(List<String> arguments, Searcher searcher) {
        return queries.exemptWork(searcher);
    }
}
