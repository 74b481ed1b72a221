package io.throughline.app.rest;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.access.Access;
import io.throughline.app.access.Caller;
import io.throughline.app.edit.Refused;
import io.throughline.app.edit.Refused.Kind;
import io.throughline.app.edit.Wording;
import io.throughline.app.store.Json;
import io.throughline.app.store.OnceMismatch;
import io.throughline.app.store.StoreBusy;
import io.throughline.app.web.Language;
import io.throughline.app.web.Languages;
import io.throughline.app.web.Reference;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The edge of the app towards REST callers: tells who is calling, turns away those without the right, and makes an
 * answer of whatever goes wrong. Every resource method runs inside one of its two doors, so that none can forget.
 */
@JiraComponent
public final class Edge {
    private static final Logger LOG = LoggerFactory.getLogger(Edge.class);
    private static final String RETRY_SECONDS = "5";

    private final Access access;
    private final Languages languages;

    @Inject
    public Edge(Access access, Languages languages) {
        this.access = access;
        this.languages = languages;
    }

    /** What a resource method does for a caller who passed. */
    @FunctionalInterface
    interface Work {
        Response answer(Caller caller);
    }

    /** For those who may view strategy; what more a call needs it checks against the object it is about. */
    Response viewing(Work work) {
        return answer(caller -> {
            if (!caller.mayView()) {
                throw Refused.of(Kind.FORBIDDEN, "NO_VIEW_RIGHT");
            }
            return work.answer(caller);
        });
    }

    /** For those who may administer strategy. */
    Response administering(Work work) {
        return viewing(caller -> {
            if (!caller.mayAdminister()) {
                throw Refused.of(Kind.FORBIDDEN, "NO_ADMINISTER_RIGHT");
            }
            return work.answer(caller);
        });
    }

    private Response answer(Work work) {
        return guarded(() ->
                work.answer(access.caller().orElseThrow(() -> Refused.of(Kind.NOT_LOGGED_IN, "NOT_LOGGED_IN"))));
    }

    /** One of several answers to a caller who passed: what goes wrong with it is its own matter. */
    Response guarded(Supplier<Response> work) {
        try {
            return work.get();
        } catch (Refused refused) {
            return refusal(refused);
        } catch (OnceMismatch mismatch) {
            return refusal(Refused.of(Kind.CONFLICT, "IDEMPOTENCY_KEY_REUSED"));
        } catch (StoreBusy busy) {
            String ref = ref();
            LOG.warn("{}: no room to read or write", ref, busy);
            return later("BUSY", ref);
        } catch (RuntimeException broken) {
            String ref = ref();
            LOG.error("{}: a call failed", ref, broken);
            return Answers.json(500, Json.object().put("code", "INTERNAL").put("ref", ref));
        }
    }

    private Response refusal(Refused refused) {
        String ref = ref();
        LOG.debug("{}: {}", ref, refused.getMessage());
        if (refused.kind() == Kind.UNAVAILABLE) {
            return later(refused.code(), ref);
        }
        Language language = languages.ofReader();
        ObjectNode body = Json.object();
        ArrayNode messages = body.putArray("errorMessages");
        ObjectNode errors = body.putObject("errors");
        refused.fields().forEach((field, wording) -> errors.put(field, text(language, wording)));
        String[] facts = refused.params().values().stream().map(String::valueOf).toArray(String[]::new);
        messages.add(language.text("throughline.error." + refused.code(), facts));
        body.put("code", refused.code());
        ObjectNode params = params(refused.params());
        addPositions(refused.fields(), params);
        body.set("params", params);
        body.put("ref", ref);
        return Answers.json(status(refused.kind()), body);
    }

    /** Where in a formula the fault is, from 1, so that a page can point at it; the sentence says it too. */
    private static void addPositions(Map<String, Wording> fields, ObjectNode params) {
        fields.forEach((field, wording) -> {
            if (wording.key().startsWith("field.formula.")) {
                params.withObjectProperty("positions")
                        .put(field, Integer.parseInt(wording.args().get(0)));
            }
        });
    }

    /** A sentence in the reader's language. */
    String word(Wording wording) {
        return text(languages.ofReader(), wording);
    }

    /** Whose numbers and days the reader writes. */
    Locale locale() {
        return languages.ofReader().locale();
    }

    private static ObjectNode params(Map<String, Object> facts) {
        ObjectNode params = Json.object();
        facts.forEach((name, value) -> params.set(name, Json.MAPPER.valueToTree(value)));
        return params;
    }

    private static String text(Language language, Wording wording) {
        return language.text("throughline." + wording.key(), wording.args().toArray(String[]::new));
    }

    private static Response later(String code, String ref) {
        Response plain = Answers.json(503, Json.object().put("code", code).put("ref", ref));
        return Response.fromResponse(plain).header("Retry-After", RETRY_SECONDS).build();
    }

    private static int status(Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case NOT_LOGGED_IN -> 401;
            case FORBIDDEN -> 403;
            case ABSENT -> 404;
            case CONFLICT -> 409;
            case STALE -> 412;
            case TOO_LARGE -> 413;
            case NOT_JSON -> 415;
            case NO_PRECONDITION -> 428;
            case UNAVAILABLE -> 503;
        };
    }

    /** A word to find the log line by. */
    private static String ref() {
        return Reference.next();
    }
}
