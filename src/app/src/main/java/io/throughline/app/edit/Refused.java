package io.throughline.app.edit;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A rule says no, with the facts a person needs to put it right.
 *
 * <p>An exception and not a value, because it has to undo the transaction it is thrown in. It carries no text: the edge
 * words {@link #code()} and the field errors in the reader's language.
 */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why, as far as a caller's next step differs. */
    public enum Kind {
        /** The input is wrong: 400. */
        INVALID,
        /** Nobody is logged in: 401. */
        NOT_LOGGED_IN,
        /** May see, but may not do: 403. */
        FORBIDDEN,
        /** Absent, or not to be seen: 404. */
        ABSENT,
        /** The state of things forbids it: 409. */
        CONFLICT,
        /** Somebody was faster: 412. */
        STALE,
        /** The body is too large: 413. */
        TOO_LARGE,
        /** The body is no JSON by its own word: 415. */
        NOT_JSON,
        /** The caller must say which version it means: 428. */
        NO_PRECONDITION,
        /** Later: 503. */
        UNAVAILABLE
    }

    private final Kind kind;
    private final String code;
    private final transient Map<String, Object> params;
    private final transient Map<String, Wording> fields;

    private Refused(Kind kind, String code, Map<String, Object> params, Map<String, Wording> fields) {
        super(kind + " " + code + " " + params + " " + fields, null, false, false);
        this.kind = kind;
        this.code = code;
        this.params = params;
        this.fields = fields;
    }

    /** A refusal without facts. */
    public static Refused of(Kind kind, String code) {
        return new Refused(kind, code, Map.of(), Map.of());
    }

    /** The same refusal with one more fact; facts keep their order, which is also the order in the sentence. */
    public Refused with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(params);
        more.put(name, value);
        return new Refused(kind, code, more, fields);
    }

    /** Wrong input, field by field. */
    static Refused invalid(Map<String, Wording> fields) {
        return new Refused(Kind.INVALID, "INVALID", Map.of(), new LinkedHashMap<>(fields));
    }

    /** No such object, or none that the caller may see; both read the same. */
    public static Refused absent(String ref) {
        return of(Kind.ABSENT, "NOT_FOUND").with("ref", ref);
    }

    public Kind kind() {
        return kind;
    }

    /** Stable, for machines: {@code STALE_VERSION}. */
    public String code() {
        return code;
    }

    /** The facts, in the order in which the sentence of {@link #code()} takes them. */
    public Map<String, Object> params() {
        return params;
    }

    /** What is wrong with which field, by dotted path; empty unless {@link Kind#INVALID}. */
    public Map<String, Wording> fields() {
        return fields;
    }
}
