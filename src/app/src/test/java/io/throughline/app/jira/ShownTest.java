package io.throughline.app.jira;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.app.live.SmallStrategy;
import io.throughline.core.scorecard.Moment;
import io.throughline.core.scorecard.PlanScore;
import io.throughline.core.scorecard.Scoring;
import io.throughline.core.work.WorkIndex;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What a panel shows is made once a score, objective and locale. */
class ShownTest {
    private final Shown<List<Object>, Object> shown = new Shown<>();
    private final PlanScore score = score();
    private int made;

    private static PlanScore score() {
        Moment moment = Moment.of(new SmallStrategy().store.recent(), new WorkIndex().view(), LocalDate.EPOCH);
        return new Scoring(moment).plan("PLAN-1");
    }

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
        of("OBJ-1", Locale.UK, score());
        assertThat(made).isEqualTo(4);

        of("OBJ-1", Locale.UK, score); // only the newest is kept
        assertThat(made).isEqualTo(5);
    }
}
