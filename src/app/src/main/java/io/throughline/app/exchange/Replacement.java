package io.throughline.app.exchange;

import io.throughline.app.store.Draft;
import io.throughline.app.store.Kind;
import io.throughline.app.store.Refs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts the objects of a document in the place of those that are here, as edits of whoever does it: the log goes on, keys
 * and ids are the document's, versions rise as with any other edit. Closed plans are no exception to it: it is the whole
 * strategy that is replaced, by an administrator.
 */
public final class Replacement {
    /**
     * What it does, by the names of the objects.
     *
     * @param conflicting of all these, what changed here since the document was written: it is overwritten
     * @param sharesHistory whether the document was written here; nothing can be said of conflicts if not
     */
    public record Effect(
            List<String> created,
            List<String> changed,
            List<String> removed,
            List<String> conflicting,
            boolean sharesHistory) {}

    private final Draft draft;
    private final Document document;
    private final List<String> created = new ArrayList<>();
    private final List<String> changed = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();

    Replacement(Draft draft, Document document) {
        this.draft = draft;
        this.document = document;
    }

    Effect decide(Optional<Set<String>> touched) {
        Kind.ALL.forEach(this::put);
        Kind.ALL.forEach(this::remove);
        Set<String> conflicting = new TreeSet<>(Refs.ORDER);
        for (List<String> each : List.of(created, changed, removed)) {
            each.sort(Refs.ORDER);
            conflicting.addAll(each);
        }
        conflicting.retainAll(touched.orElse(Set.of()));
        return new Effect(created, changed, removed, List.copyOf(conflicting), touched.isPresent());
    }

    private <T> void put(Kind<T> kind) {
        for (T object : document.all(kind)) {
            String ref = kind.ref(object);
            T present = draft.find(kind, ref);
            if (present == null) {
                if (ref.indexOf('/') < 0) {
                    Refs.number(ref).ifPresent(number -> draft.take(kind, number));
                }
                draft.put(object);
                created.add(ref);
            } else if (draft.put(object) != present) {
                changed.add(ref);
            }
        }
    }

    /** Settings that the document does not have stay: a document without them was written before anybody set any. */
    private <T> void remove(Kind<T> kind) {
        for (T object : kind == Kind.SETTINGS ? List.<T>of() : draft.all(kind)) {
            String ref = kind.ref(object);
            if (!document.has(ref)) {
                draft.remove(object);
                removed.add(ref);
            }
        }
    }
}
