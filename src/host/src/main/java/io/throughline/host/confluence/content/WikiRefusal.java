package io.throughline.host.confluence.content;

/** A change that the wiki's rules forbid; the message is Confluence's own where it is known. */
public final class WikiRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    /** Which rule. */
    public enum Kind {
        BAD_REQUEST(400),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The HTTP status REST answers with. */
        public int status() {
            return status;
        }
    }

    private final Kind kind;

    public WikiRefusal(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
