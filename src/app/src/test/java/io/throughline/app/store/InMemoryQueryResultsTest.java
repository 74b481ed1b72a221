package io.throughline.app.store;

class InMemoryQueryResultsTest extends QueryResultsContract {
    private final QueryResults results = new InMemoryQueryResults();

    @Override
    QueryResults results() {
        return results;
    }
}
