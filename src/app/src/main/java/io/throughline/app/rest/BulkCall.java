package io.throughline.app.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.access.Caller;
import io.throughline.app.store.Answer;
import io.throughline.app.store.Draft;
import io.throughline.app.store.Json;
import io.throughline.app.store.Once;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Many at once, all or none, with what they change before anybody decides.
 *
 * <p>The numbers before and after are computed before the gate, against the strategy of that moment, and only again if
 * somebody was faster: scoring must not keep other writers waiting.
 *
 * @param decide makes the batch in a draft
 * @param view the batch as JSON, with {@code created}
 */
record BulkCall<O extends BulkCall.Outlook>(Calls calls, Function<Draft, O> decide, Function<O, ObjectNode> view) {
    /** What a batch does to the strategy that it was decided on. */
    interface Outlook {
        /** Version of the strategy that it was decided on. */
        long version();

        boolean createsNothing();

        /** By what it is undone; null if there is nothing to undo. */
        @Nullable
        Long batchId();
    }

    /** What would happen; nothing is stored, so nothing has an id. */
    Response preview() {
        ObjectNode json = view.apply(calls.store().tryOut(decide::apply));
        json.putNull("undo");
        json.get("created").forEach(each -> ((ObjectNode) each).putNull("id"));
        return Answers.ok(json);
    }

    /** @param done is told what was stored; not told of a repetition, which gets the first answer */
    Response carryOut(Caller caller, Optional<Once> once, UriInfo uri, Consumer<O> done) {
        AtomicReference<@Nullable O> stored = new AtomicReference<>();
        Map<Long, ObjectNode> foreseen = new HashMap<>();
        Answer answer = calls.once(
                caller,
                once,
                model -> {
                    O outlook = calls.store().tryOut(decide::apply);
                    foreseen.put(outlook.version(), view.apply(outlook));
                },
                draft -> {
                    O outlook = decide.apply(draft);
                    ObjectNode json = foreseen.computeIfAbsent(outlook.version(), version -> view.apply(outlook));
                    stored.set(outlook);
                    json.put("undo", outlook.batchId());
                    return new Answer(outlook.createsNothing() ? 200 : 201, null, null, Json.write(json));
                });
        O outlook = stored.get();
        if (outlook != null) {
            done.accept(outlook);
        }
        return Answers.posted(answer, uri);
    }
}
