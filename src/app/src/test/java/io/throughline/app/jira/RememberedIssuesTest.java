package io.throughline.app.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import io.throughline.app.MovableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RememberedIssuesTest {
    private final IssueManager issues = mock(IssueManager.class);
    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final Set<Long> updated = new HashSet<>();
    private final List<Long> asked = new ArrayList<>();
    private final RememberedIssues remembered =
            new RememberedIssues(issues, (id, stamp) -> !updated.contains(id), clock);

    @BeforeEach
    void everyIssueBelowAMillionExists() {
        when(issues.getIssueObjects(anyCollection())).thenAnswer(call -> {
            Collection<Long> ids = call.getArgument(0);
            asked.addAll(ids);
            return ids.stream()
                    .filter(id -> id < 1_000_000)
                    .map(RememberedIssuesTest::issue)
                    .toList();
        });
    }

    private static Issue issue(long id) {
        Issue issue = mock(Issue.class);
        when(issue.getId()).thenReturn(id);
        return issue;
    }

    @Test
    void isReadOnceForAllReaders() {
        assertThat(remembered.byId(List.of(1L, 2L))).containsOnlyKeys(1L, 2L);
        assertThat(remembered.byId(List.of(2L, 1L, 3L))).containsOnlyKeys(1L, 2L, 3L);

        assertThat(asked).containsExactly(1L, 2L, 3L);
    }

    @Test
    void isReadAgainOnceItWasUpdated() {
        remembered.byId(List.of(1L, 2L));
        updated.add(2L);

        assertThat(remembered.byId(List.of(1L, 2L))).containsOnlyKeys(1L, 2L);

        assertThat(asked).containsExactly(1L, 2L, 2L);
    }

    @Test
    void isReadAgainAfterAMinuteWhateverIsKnownOfIt() {
        remembered.byId(List.of(1L));
        clock.forward(RememberedIssues.TRUSTED);

        remembered.byId(List.of(1L));

        assertThat(asked).containsExactly(1L, 1L);
    }

    @Test
    void whatIsNotThereIsLeftOutAndAskedForAgain() {
        assertThat(remembered.byId(List.of(2_000_000L))).isEmpty();
        assertThat(remembered.byId(List.of(2_000_000L))).isEmpty();

        assertThat(asked).hasSize(2);
    }

    @Test
    void theOneReadLongestAgoIsForgottenFirst() {
        remembered.byId(List.of(1L));
        remembered.byId(
                LongStream.rangeClosed(2, RememberedIssues.MOST + 1).boxed().toList());
        asked.clear();

        remembered.byId(List.of(3L, 1L));

        assertThat(asked).containsExactly(1L);
    }
}
