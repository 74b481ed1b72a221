package io.throughline.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every keeper of query results does. */
abstract class QueryResultsContract {
    private static final Instant THEN = Instant.parse("2026-07-01T10:00:00.123Z");

    abstract QueryResults results();

    private static QueryResult result(long link, long... issues) {
        return new QueryResult(link, "project = ABC AND text ~ \"ü\"", "pmo", THEN, false, issues);
    }

    @Test
    void aResultIsReadAsItWasKept() {
        results().change(7, before -> result(7, 30, 10, 20));

        QueryResults.News news = results().since(0);

        assertThat(news.results()).containsExactly(result(7, 10, 20, 30));
        assertThat(news.results().get(0).issues()).containsExactly(10, 20, 30);
        assertThat(results().since(news.stamp()).results()).isEmpty();
    }

    @Test
    void onlyWhatChangedIsNew() {
        results().change(1, before -> result(1, 10));
        results().change(2, before -> result(2));
        long seen = results().since(0).stamp();

        results().change(1, before -> before.with(new long[] {10, 11}));
        results().change(2, before -> before.with(new long[0]));

        assertThat(results().since(seen).results()).containsExactly(result(1, 10, 11));
    }

    @Test
    void anUnreadableQueryKeepsWhatItFound() {
        results().change(1, before -> result(1, 10));
        results().change(1, before -> before.unreadableAt(THEN.plusSeconds(60)));

        QueryResult found = results().since(0).results().get(0);

        assertThat(found.unreadable()).isTrue();
        assertThat(found.issues()).containsExactly(10);
        assertThat(found.at()).isEqualTo(THEN.plusSeconds(60));
    }

    @Test
    void afterARemovalNoStampIsGivenTwice() {
        results().change(1, before -> result(1, 10));
        results().change(2, before -> result(2, 20));
        long seen = results().since(0).stamp();

        results().change(2, before -> null);
        results().change(1, before -> before.with(new long[] {11}));

        assertThat(results().since(seen).results()).containsExactly(result(1, 11));
        assertThat(results().since(0).results()).containsExactly(result(1, 11));
    }
}
