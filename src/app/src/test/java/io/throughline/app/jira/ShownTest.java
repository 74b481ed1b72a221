package io.throughline.app.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.throughline.core.scorecard.PlanScore;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What a panel shows is made once a score, objective and locale. */
class ShownTest {
    private final Shown<List<Object>, Object> shown = new Shown<>();
    private final PlanScore score = mock(PlanScore.class);
    private int made;

    private Object of(String objective, Locale locale, PlanScore now) {
        return shown.of(List.of(objective, locale), now, () -> {
            made++;
            return new Object();
        });
    }

    @Test
    void theSameScoreIsWordedOnce() {
        assertThat(of("OBJ-1", Locale.UK, score)).isSameAs(of("OBJ-1", Locale.UK, score));
        assertThat(made).isEqualTo(1);
    }

    @Test
    void anotherScoreObjectiveOrLocaleIsWordedAnew() {
        of("OBJ-1", Locale.UK, score);
        of("OBJ-2", Locale.UK, score);
        of("OBJ-1", Locale.GERMANY, score);
        of("OBJ-1", Locale.UK, mock(PlanScore.class));
        assertThat(made).isEqualTo(4);

        of("OBJ-1", Locale.UK, score); // only the newest is kept
        assertThat(made).isEqualTo(5);
    }
}
