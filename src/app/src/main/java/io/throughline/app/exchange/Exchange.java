package io.throughline.app.exchange;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import io.throughline.app.store.Answer;
import io.throughline.app.store.ChangePage;
import io.throughline.app.store.Draft;
import io.throughline.app.store.LoggedChange;
import io.throughline.app.store.Once;
import io.throughline.app.store.StrategyStore;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Carries the strategy out and in. */
@JiraComponent
public final class Exchange {
    /** How a document says what it is. */
    static final String FORMAT = "throughline-strategy";

    static final int VERSION = 1;

    private static final int PAGE = 1_000;

    private final StrategyStore store;
    private final List<ExtraSection> extras;
    private final Clock clock;

    @Inject
    public Exchange(StrategyStore store, List<ExtraSection> extras) {
        this(store, extras, Clock.systemUTC());
    }

    /** @param extras what leaves and comes beside the objects and the log */
    public Exchange(StrategyStore store, List<ExtraSection> extras, Clock clock) {
        this.store = store;
        this.extras = extras;
        this.clock = clock;
    }

    /** The store as it is now, ready to be written out. */
    public Outgoing leave() {
        ExportWriter writer = new ExportWriter(store.contents(), extras);
        return to -> writer.write(to, clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    /** A document to be. */
    @FunctionalInterface
    public interface Outgoing {
        void write(OutputStream to) throws IOException;
    }

    /**
     * Reads a document and looks at all of it. It has to be closed.
     *
     * @param most bytes that may come in; it may be packed with gzip
     * @param whole whether head and log have to be there and to lead to the objects, as for a restoration
     * @throws io.throughline.app.edit.Refused naming what is wrong and where, or that it is too large
     * @throws com.fasterxml.jackson.core.JacksonException if it is no JSON
     */
    public Document read(InputStream from, long most, boolean whole) throws IOException {
        return DocumentFile.read(from, most, extras, whole);
    }

    /** What putting a document in the place of everything here does, or would do if it were carried out. */
    public Replacement.Effect replace(Draft draft, Document document) {
        return new Replacement(draft, document).decide(touchedSince(document));
    }

    /** What changed here since the document was written; empty if it was not written here. */
    private Optional<Set<String>> touchedSince(Document document) {
        List<LoggedChange> last = document.sequence() == 0
                ? List.of()
                : store.changes(null, document.sequence() - 1, 1).rows();
        if (last.isEmpty() || !last.get(0).hash().equals(document.hash())) {
            return Optional.empty();
        }
        Set<String> touched = new HashSet<>();
        long start = document.sequence();
        for (ChangePage page = store.changes(null, start, PAGE);
                !page.rows().isEmpty();
                page = store.changes(null, start, PAGE)) {
            page.rows().forEach(row -> touched.add(row.object()));
            start += page.rows().size();
        }
        return Optional.of(touched);
    }

    /** @throws io.throughline.app.store.NotEmpty unless nothing was ever logged here */
    public void requireEmpty() {
        store.requireEmpty();
    }

    /** Lays a document, history and all, into this empty store. */
    public void create(String actor, Document document) {
        store.restore(actor, document.restoration(extras));
    }

    /** The same, and remembers what is answered for whoever asks again. */
    public void create(String actor, Document document, Once once, Answer answer) {
        store.restoreOnce(actor, document.restoration(extras), once, answer);
    }
}
