package io.throughline.app.daily;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps recorded days, for all nodes. */
public interface DayRecords {
    /** The record of a plan for a day, or of the last day before it that has one. */
    Optional<DayRecord> newest(String plan, LocalDate upTo);

    /** The records of a plan, oldest first, both days included. */
    List<DayRecord> between(String plan, LocalDate from, LocalDate to);

    /** Hands out every record, by day, then by number of the plan. */
    void each(Consumer<DayRecord> found);

    /** Keeps a record, in place of an earlier one for the same day. */
    void keep(DayRecord record);
}
