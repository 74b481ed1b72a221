package io.throughline.app.remind;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Which reminders were sent: for each thing the last one, so that no node sends it again, also after a restart. */
public interface SentReminders {
    /**
     * The last reminder of one thing.
     *
     * @param id of the thing, see {@link Reminder#id()}
     * @param from the first day on which it was late, and with it the period
     */
    record Sent(long id, LocalDate from, int nth) {
        static Sent of(Reminder reminder) {
            return new Sent(reminder.id(), reminder.from(), reminder.nth());
        }

        /** Whether a reminder need not be sent any more. */
        boolean covers(Reminder reminder) {
            return id == reminder.id() && from.equals(reminder.from()) && nth >= reminder.nth();
        }
    }

    /** The last reminder of everything that ever had one. */
    List<Sent> all();

    /** Keeps them in the place of earlier ones of the same things, all or none. */
    void keep(Collection<Sent> sent);

    /** Forgets the reminders of these things, as if none had ever been sent. */
    void forget(Collection<Sent> sent);
}
