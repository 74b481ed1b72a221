package io.throughline.app.rest;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.access.Caller;
import io.throughline.app.access.People;
import io.throughline.app.edit.FieldErrors;
import io.throughline.app.edit.Fields;
import io.throughline.app.edit.Lookups;
import io.throughline.app.edit.Move;
import io.throughline.app.edit.Refused;
import io.throughline.app.edit.Removal;
import io.throughline.app.live.InstanceTime;
import io.throughline.app.live.LinkTargets;
import io.throughline.app.store.Answer;
import io.throughline.app.store.Change;
import io.throughline.app.store.ChangePage;
import io.throughline.app.store.Draft;
import io.throughline.app.store.Json;
import io.throughline.app.store.Once;
import io.throughline.app.store.StrategyStore;
import io.throughline.core.strategy.StrategyModel;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The calls that all strategy objects have in common: list, create, read, replace, delete, move.
 *
 * <p>A body is read twice: once before the gate, so that a wrong one costs no lock and may look up users and issues, and
 * once inside, against the strategy as it is then.
 */
@JiraComponent
public final class Calls {
    /** Stands for the key of an object that has none yet; no object ever has it. */
    private static final String UNBORN = "0";

    private final Edge edge;
    private final StrategyStore store;
    private final People people;
    private final LinkTargets targets;
    private final Clock clock;

    @Inject
    public Calls(Edge edge, StrategyStore store, People people, LinkTargets targets) {
        this(edge, store, people, targets, InstanceTime.clock());
    }

    Calls(Edge edge, StrategyStore store, People people, LinkTargets targets, Clock clock) {
        this.clock = clock;
        this.edge = edge;
        this.store = store;
        this.people = people;
        this.targets = targets;
    }

    Edge edge() {
        return edge;
    }

    StrategyStore store() {
        return store;
    }

    /** When an answer is made, to the second. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** The day it is in the instance's time zone. */
    LocalDate today() {
        return clock.instant().atZone(clock.getZone()).toLocalDate();
    }

    /** The instance's time zone. */
    ZoneId zone() {
        return clock.getZone();
    }

    /** The user name of who changed or removed an object last. */
    String lastActor(String object, Lookups lookups) {
        long rows = store.changes(object, 0, 1).total();
        ChangePage last = store.changes(object, Math.max(0, rows - 1), 1);
        String key = last.rows().get(0).actor();
        return lookups.withKey(key).map(person -> person.name()).orElse(key);
    }

    /** Whether a user exists and is not deactivated. */
    boolean isActive(String key) {
        return people.withKey(key).map(People.Person::active).orElse(false);
    }

    Lookups lookups(Caller caller) {
        return new Lookups(people, targets, caller);
    }

    <T> Response list(Shape<T> shape, UriInfo uri) {
        return edge.viewing(caller -> {
            Lookups lookups = lookups(caller);
            Query query = new Query(uri);
            Page page = Page.of(query);
            Filter filter = Filter.of(query, lookups);
            query.check();
            StrategyModel model = store.model();
            Views views = new Views(model, lookups);
            List<T> found = shape.all(model).stream()
                    .filter(each -> shape.passes(model, each, filter))
                    .toList();
            return Answers.ok(page.of(found, each -> shape.view(views, each)));
        });
    }

    <T> Response get(Shape<T> shape, String key) {
        return edge.viewing(caller -> {
            StrategyModel model = store.model();
            T found = find(shape, model, key);
            return Answers.ok(shape.view(new Views(model, lookups(caller)), found), shape.version(found));
        });
    }

    <T> Response create(Shape<T> shape, HttpHeaders headers, UriInfo uri, InputStream body) {
        return edge.viewing(caller -> {
            shape.requireMay(store.model(), caller, null, null);
            ObjectNode in = Bodies.object(headers, body);
            Lookups lookups = lookups(caller);
            AtomicReference<T> created = new AtomicReference<>();
            Answer answer = once(
                    caller,
                    OnceHeader.of(headers, uri, caller, in),
                    model -> shape.requireMay(
                            model, caller, null, shape.read(in, model, lookups, null, UNBORN, Instant.EPOCH)),
                    draft -> create(shape, in, lookups, draft, created));
            T stored = created.get();
            if (stored != null) {
                shape.stored(stored, lookups);
            }
            return Answers.posted(answer, uri);
        });
    }

    private static <T> Answer create(
            Shape<T> shape, ObjectNode in, Lookups lookups, Draft draft, AtomicReference<T> result) {
        StrategyModel model = draft.model();
        T read = shape.read(in, model, lookups, null, shape.newKey(draft), draft.now());
        shape.requireMay(model, lookups.caller(), null, read);
        T created = draft.put(read);
        shape.settle(draft, null, created, lookups.caller());
        result.set(created);
        ObjectNode view = shape.view(new Views(model, lookups), created);
        return new Answer(201, shape.key(created), Long.toString(shape.version(created)), Json.write(view));
    }

    /** What has to hold before the gate is troubled. */
    interface Early {
        void check(StrategyModel model);
    }

    /** Carries out a creating change, or answers what its idempotency key was answered before. */
    Answer once(Caller caller, Optional<Once> once, Early early, Change<Answer> change) {
        Optional<Answer> first = once.flatMap(store::remembered);
        if (first.isPresent()) {
            return first.get();
        }
        early.check(store.model());
        return once.isPresent() ? store.writeOnce(caller.key(), once.get(), change) : store.write(caller.key(), change);
    }

    <T> Response replace(Shape<T> shape, String key, HttpHeaders headers, InputStream body) {
        return edge.viewing(caller -> {
            StrategyModel model = store.model();
            T present = find(shape, model, key);
            shape.requireMay(model, caller, present, present);
            Preconditions match = Preconditions.required(headers);
            ObjectNode in = Bodies.object(headers, body);
            Lookups lookups = lookups(caller);
            replacement(shape, match, in, model, lookups, key, Instant.EPOCH);
            T stored = store.write(caller.key(), draft -> {
                T before = find(shape, draft.model(), key);
                T after = draft.put(replacement(shape, match, in, draft.model(), lookups, key, draft.now()));
                shape.settle(draft, before, after, caller);
                return after;
            });
            shape.stored(stored, lookups);
            return Answers.ok(shape.view(new Views(store.model(), lookups), stored), shape.version(stored));
        });
    }

    private static <T> T replacement(
            Shape<T> shape,
            Preconditions match,
            ObjectNode in,
            StrategyModel model,
            Lookups lookups,
            String key,
            Instant now) {
        T before = find(shape, model, key);
        match.check(key, shape.version(before));
        T after = shape.read(in, model, lookups, before, key, now);
        shape.requireMay(model, lookups.caller(), before, after);
        return after;
    }

    /** Has something done that belongs to an object but is not stored in it, and answers the object. */
    <T> Response tend(Shape<T> shape, String key, HttpHeaders headers, InputStream body, BiConsumer<T, Lookups> care) {
        return edge.viewing(caller -> {
            StrategyModel model = store.model();
            T found = find(shape, model, key);
            shape.requireMay(model, caller, found, null);
            FieldErrors errors = new FieldErrors();
            new Fields(Bodies.object(headers, body), errors).finish();
            errors.throwIfAny();
            Lookups lookups = lookups(caller);
            care.accept(found, lookups);
            return Answers.ok(shape.view(new Views(model, lookups), found), shape.version(found));
        });
    }

    <T> Response delete(Shape<T> shape, String key, HttpHeaders headers, UriInfo uri) {
        return edge.viewing(caller -> {
            T before = find(shape, store.model(), key);
            shape.requireMay(store.model(), caller, before, null);
            Preconditions match = Preconditions.required(headers);
            Query query = new Query(uri);
            boolean cascade = query.flag("cascade");
            query.check();
            store.write(caller.key(), draft -> {
                T now = find(shape, draft.model(), key);
                shape.requireMay(draft.model(), caller, now, null);
                match.check(key, shape.version(now));
                shape.remove(new Removal(draft, cascade), now);
                return key;
            });
            return Answers.nothing();
        });
    }

    <T> Response move(Shape<T> shape, String key, HttpHeaders headers, UriInfo uri, InputStream body) {
        return edge.viewing(caller -> {
            T before = find(shape, store.model(), key);
            shape.requireMay(store.model(), caller, before, null);
            ObjectNode in = Bodies.object(headers, body);
            Move move = Move.read(in);
            Optional<Preconditions> match = Preconditions.given(headers);
            Lookups lookups = lookups(caller);
            Answer answer = once(caller, OnceHeader.of(headers, uri, caller, in), model -> {}, draft -> {
                T now = find(shape, draft.model(), key);
                match.ifPresent(each -> each.check(key, shape.version(now)));
                T moved = shape.move(draft, move, now);
                ObjectNode view = shape.view(new Views(draft.modelAfter(), lookups), moved);
                return new Answer(200, null, Long.toString(shape.version(moved)), Json.write(view));
            });
            return Answers.posted(answer, uri);
        });
    }

    static <T> T find(Shape<T> shape, StrategyModel model, @Nullable String key) {
        String wanted = key == null ? "" : key;
        return shape.find(model, wanted).orElseThrow(() -> Refused.absent(wanted));
    }
}
