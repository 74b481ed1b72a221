package io.throughline.app.rest;

import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.access.Caller;
import io.throughline.app.edit.Refused;
import io.throughline.app.edit.Refused.Kind;
import io.throughline.app.exchange.Document;
import io.throughline.app.exchange.Exchange;
import io.throughline.app.exchange.Replacement;
import io.throughline.app.store.Answer;
import io.throughline.app.store.Change;
import io.throughline.app.store.Json;
import io.throughline.app.store.NotEmpty;
import io.throughline.app.store.Once;
import io.throughline.app.store.Refs;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Takes a document in. Unrestricted for the platform, because {@link Edge} turns callers away. */
@Consumes(MediaType.APPLICATION_JSON)
@Path("/import")
@UnrestrictedAccess
public class ImportResource {
    /** 64 MiB, packed or not. */
    static final int LONGEST = 64 * 1024 * 1024;

    /** Most names in one list of the answer; the totals are said whole. */
    private static final int LISTED = 1_000;

    /** What becomes of what is here. */
    enum Mode {
        /** Nothing is here: the document comes in with its history. */
        CREATE,
        /** The document takes its place, as edits of the caller. */
        REPLACE
    }

    private final Calls calls;
    private final Exchange exchange;

    @Inject
    public ImportResource(Calls calls, Exchange exchange) {
        this.calls = calls;
        this.exchange = exchange;
    }

    @POST
    public Response take(@Context HttpHeaders headers, @Context UriInfo uri, InputStream body) {
        return calls.edge().administering(caller -> {
            Query query = new Query(uri);
            Mode mode = query.requiredChoice("mode", Mode.class);
            boolean dryRun = query.flag("dryRun");
            query.check();
            Bodies.requireJson(headers);
            if (headers.getLength() > LONGEST) {
                throw Refused.of(Kind.TOO_LARGE, "TOO_LARGE").with("limit", LONGEST);
            }
            try (Document document = exchange.read(body, LONGEST, mode == Mode.CREATE)) {
                // a preview is no promise
                Optional<Once> once = dryRun
                        ? Optional.empty()
                        : OnceHeader.of(headers, uri, caller, () -> mode + " " + document.digest());
                Optional<Answer> first = once.flatMap(calls.store()::remembered);
                if (first.isPresent()) {
                    return Answers.posted(first.get(), uri);
                }
                return mode == Mode.CREATE
                        ? create(caller, document, dryRun, once, uri)
                        : replace(caller, document, dryRun, once, uri);
            } catch (IOException e) {
                throw Bodies.refusal(e);
            }
        });
    }

    private Response create(Caller caller, Document document, boolean dryRun, Optional<Once> once, UriInfo uri) {
        List<String> all = document.refs().stream().sorted(Refs.ORDER).toList();
        Replacement.Effect effect = new Replacement.Effect(all, List.of(), List.of(), List.of(), false);
        Answer answer = answer(Mode.CREATE, dryRun, document, effect);
        try {
            if (dryRun) {
                exchange.requireEmpty();
            } else if (once.isPresent()) {
                exchange.create(caller.key(), document, once.get(), answer);
            } else {
                exchange.create(caller.key(), document);
            }
        } catch (NotEmpty present) {
            // the same call may have come in between, on this node or on another
            Optional<Answer> first = once.flatMap(calls.store()::remembered);
            if (first.isPresent()) {
                return Answers.posted(first.get(), uri);
            }
            throw Refused.of(Kind.CONFLICT, "NOT_EMPTY")
                    .with("changes", present.changes())
                    .with("objects", present.objects());
        }
        return Answers.posted(answer, uri);
    }

    private Response replace(Caller caller, Document document, boolean dryRun, Optional<Once> once, UriInfo uri) {
        Change<Answer> change = draft -> answer(Mode.REPLACE, dryRun, document, exchange.replace(draft, document));
        if (dryRun) {
            return Answers.posted(calls.store().tryOut(change), uri);
        }
        Answer answer = once.isPresent()
                ? calls.store().writeOnce(caller.key(), once.get(), change)
                : calls.store().write(caller.key(), change);
        return Answers.posted(answer, uri);
    }

    private static Answer answer(Mode mode, boolean dryRun, Document document, Replacement.Effect effect) {
        ObjectNode json = Json.object().put("mode", mode.name()).put("dryRun", dryRun);
        ObjectNode totals = Json.object();
        list(json, totals, "created", effect.created());
        list(json, totals, "changed", effect.changed());
        list(json, totals, "removed", effect.removed());
        list(json, totals, "conflicting", effect.conflicting());
        json.set("totals", totals);
        json.put("limit", LISTED).put("sharesHistory", effect.sharesHistory());
        json.put("logRows", mode == Mode.CREATE ? document.rows() : 0);
        return new Answer(dryRun ? 200 : 201, null, null, Json.write(json));
    }

    private static void list(ObjectNode json, ObjectNode totals, String name, List<String> refs) {
        ArrayNode listed = json.putArray(name);
        refs.stream().limit(LISTED).forEach(listed::add);
        totals.put(name, refs.size());
    }
}
