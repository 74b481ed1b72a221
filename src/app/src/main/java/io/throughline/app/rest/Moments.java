package io.throughline.app.rest;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.access.Caller;
import io.throughline.app.daily.DayRecord;
import io.throughline.app.daily.Past;
import io.throughline.app.edit.Refused;
import io.throughline.app.live.PlanReading;
import io.throughline.app.live.WorkReading;
import io.throughline.app.store.StrategyStore;
import io.throughline.app.web.Language;
import io.throughline.core.strategy.StrategyModel;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code asOf}: strategy and numbers of now, or as they were at the end of a past day. */
@JiraComponent
public final class Moments {
    private final StrategyStore store;
    private final WorkReading work;
    private final Past past;

    @Inject
    public Moments(StrategyStore store, WorkReading work, Past past) {
        this.store = store;
        this.work = work;
        this.past = past;
    }

    /** The day that runs, in the instance's time zone. */
    LocalDate today() {
        return past.today();
    }

    /** The moment that a call asks for: today is now. */
    Moment of(Query query) {
        LocalDate day = query.pastDay("asOf", past.today());
        query.check();
        return at(day == null ? past.today() : day);
    }

    /** The moment of a day that has been read and is not in the future. */
    Moment at(LocalDate day) {
        return day.equals(past.today()) ? new Moment(null, store.model()) : new Moment(day, past.model(day));
    }

    /** A strategy at one moment, and the numbers of its plans. */
    final class Moment {
        private final @Nullable LocalDate day;
        private final StrategyModel model;

        private Moment(@Nullable LocalDate day, StrategyModel model) {
            this.day = day;
            this.model = model;
        }

        /** Whether it is of no past day. */
        boolean isNow() {
            return day == null;
        }

        StrategyModel model() {
            return model;
        }

        /** Finds something that existed then. */
        <T> T find(Shape<T> shape, String key) {
            Optional<T> found = shape.find(model, key);
            if (found.isEmpty() && day != null && shape.find(store.model(), key).isPresent()) {
                throw absentThen(key, day);
            }
            return found.orElseThrow(() -> Refused.absent(key));
        }

        /** Says no to something that exists now and did not then. */
        Refused absentThen(String key) {
            return day == null ? Refused.absent(key) : absentThen(key, day);
        }

        private static Refused absentThen(String key, LocalDate day) {
            return Refused.of(Refused.Kind.ABSENT, "NOT_THEN").with("ref", key).with("day", day.toString());
        }

        PlanReading plan(String key, Caller caller) {
            return day == null ? work.plan(model, key, caller) : past.plan(model, key, day, record(key));
        }

        private Optional<DayRecord> record(String plan) {
            return day == null ? Optional.empty() : past.record(plan, day);
        }

        /** What the numbers of a plan follow from; see {@link WorkReading#stamp}. */
        String stamp(String plan, Caller caller) {
            if (day == null) {
                return work.stamp(model, plan, caller);
            }
            String taken = record(plan).map(record -> record.taken().toString()).orElse("");
            return String.join(" ", "past", day.toString(), "" + model.version(), taken, caller.key());
        }

        /** The day, be it the one that runs. */
        LocalDate day() {
            return day == null ? past.today() : day;
        }

        /** Says which day an answer is of. */
        void addDayTo(ObjectNode json) {
            json.put("asOf", day == null ? null : day.toString());
        }

        /** Says which day an answer is of, and from when its deliveries are. */
        void addTo(ObjectNode json, String plan, Language language) {
            addDayTo(json);
            if (day == null) {
                return;
            }
            ObjectNode snapshot = json.putObject("snapshot");
            Optional<DayRecord> record = record(plan);
            if (record.isEmpty()) {
                snapshot.put("reason", language.text("throughline.past.before-first"));
                return;
            }
            snapshot.put("day", record.get().day().toString());
            snapshot.put("takenAt", record.get().taken().toString());
            snapshot.put("filled", !record.get().day().equals(day));
        }
    }
}
