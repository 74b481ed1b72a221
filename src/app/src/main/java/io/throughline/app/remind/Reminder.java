package io.throughline.app.remind;

import io.throughline.app.inbox.Due;
import io.throughline.app.inbox.Due.What;
import io.throughline.app.inbox.Inbox;
import io.throughline.app.store.Refs;
import io.throughline.core.strategy.Actual;
import io.throughline.core.strategy.StrategyModel;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * One reminder of one thing: on the first day on which it is late, and every week after until it is done.
 *
 * <p>A value is late from the day after its period ended. An attestation is late from the day after the value was entered
 * or its period ended, whichever is later: who enters and attests in one go is not told to.
 *
 * @param due a value or an attestation that is owed
 * @param from the first day on which it was late
 * @param nth 0 for the first reminder, one more with each week
 */
public record Reminder(Due due, LocalDate from, int nth) {
    private static final int WEEK = 7;

    /** Every reminder that is due on a day; which of them were sent already is not asked here. */
    static List<Reminder> of(StrategyModel model, LocalDate today, ZoneId zone, Set<String> owners) {
        List<Reminder> all = new ArrayList<>();
        for (Due due : new Inbox(model, today).of(owners)) {
            boolean isReminded = due.what() == What.OVERDUE || due.what() == What.UNATTESTED;
            LocalDate from = isReminded ? from(model, due, zone) : today.plusDays(1);
            if (!from.isAfter(today)) {
                all.add(new Reminder(due, from, (int) ChronoUnit.DAYS.between(from, today) / WEEK));
            }
        }
        return all;
    }

    private static LocalDate from(StrategyModel model, Due due, ZoneId zone) {
        LocalDate ended = due.day().plusDays(1);
        if (due.what() == What.OVERDUE) {
            return ended;
        }
        Actual newest = model.actualsOf(Objects.requireNonNull(due.kpi()).key()).get(0);
        LocalDate entered = newest.enteredAt().atZone(zone).toLocalDate().plusDays(1);
        return entered.isAfter(ended) ? entered : ended;
    }

    /** A number that no other thing of another KPI has: under it the last reminder that was sent is kept. */
    long id() {
        return Refs.number(Objects.requireNonNull(due.kpi()).key()).orElseThrow() * 2
                + (due.what() == What.OVERDUE ? 0 : 1);
    }
}
