package io.throughline.app.store;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Somebody who enters and attests for an owner who is away.
 *
 * @param id rises with creation
 * @param owner user key of who is away
 * @param to user key of who stands in
 * @param from first day
 * @param until last day, included
 */
public record Delegation(long id, String owner, String to, LocalDate from, LocalDate until, long version) {
    public Delegation {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(to, "to");
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("ends on " + until + " before it begins on " + from);
        }
    }

    /** Whether it holds on a day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
