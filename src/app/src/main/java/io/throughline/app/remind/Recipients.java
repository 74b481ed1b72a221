package io.throughline.app.remind;

import io.throughline.app.access.Caller;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.Function;

/** Who gets mail that nobody asked for, and when. */
public final class Recipients {
    /** Nobody needs to be told at night. */
    private static final LocalTime EARLIEST = LocalTime.of(7, 0);

    private final Function<String, Optional<Caller>> rights;
    private final MailChoices choices;
    private final Postbox postbox;
    private final Clock clock;

    /** @param rights of a user key; empty for nobody */
    public Recipients(Function<String, Optional<Caller>> rights, MailChoices choices, Postbox postbox, Clock clock) {
        this.rights = rights;
        this.choices = choices;
        this.postbox = postbox;
        this.clock = clock;
    }

    /** Whether it is too early in the day in the instance's time zone. */
    public boolean isNight() {
        return clock.instant().atZone(clock.getZone()).toLocalTime().isBefore(EARLIEST);
    }

    /** Somebody who may see strategy, has an address and did not say no. */
    public Optional<Caller> toBeTold(String user) {
        return viewer(user).filter(caller -> choices.wantsMail(user) && postbox.reaches(user));
    }

    boolean isToBeTold(String user) {
        return toBeTold(user).isPresent();
    }

    boolean mayView(String user) {
        return viewer(user).isPresent();
    }

    private Optional<Caller> viewer(String user) {
        return rights.apply(user).filter(Caller::mayView);
    }
}
