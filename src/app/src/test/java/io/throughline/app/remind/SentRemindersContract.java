package io.throughline.app.remind;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.app.remind.SentReminders.Sent;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every keeper of sent reminders does. */
public abstract class SentRemindersContract {
    private static final LocalDate AUGUST = LocalDate.of(2026, 8, 1);

    protected abstract SentReminders sent();

    @Test
    void theLastOneOfEachThingIsKept() {
        sent().keep(List.of(new Sent(2, AUGUST, 0), new Sent(3, AUGUST, 4)));
        sent().keep(List.of(new Sent(2, AUGUST.plusMonths(1), 1)));

        assertThat(sent().all()).containsExactly(new Sent(2, AUGUST.plusMonths(1), 1), new Sent(3, AUGUST, 4));
    }

    @Test
    void whatIsForgottenWasNeverSent() {
        sent().keep(List.of(new Sent(2, AUGUST, 0), new Sent(3, AUGUST, 4)));

        sent().forget(List.of(new Sent(2, AUGUST, 0), new Sent(9, AUGUST, 0)));

        assertThat(sent().all()).containsExactly(new Sent(3, AUGUST, 4));
    }
}
