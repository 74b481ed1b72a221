package io.throughline.app.jira;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import io.throughline.app.access.People;
import io.throughline.app.store.StrategyStore;
import io.throughline.core.strategy.WorkLink;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who made a link, as the change log has it: the first row of the link is its creation. Rows never change, so an answer is
 * kept: every issue page asks.
 */
@JiraComponent
public class LinkAuthors {
    private static final int MOST = 10_000;

    private final StrategyStore store;
    private final People people;
    private final Map<Made, String> authors = new LinkedHashMap<>();

    private record Made(long link, Instant at) {}

    @Inject
    public LinkAuthors(StrategyStore store, People people) {
        this.store = store;
        this.people = people;
    }

    /** The name of who made it; the user key of somebody who is gone; empty for a link without a row. */
    Optional<String> of(WorkLink link) {
        return author(link).map(this::name);
    }

    /** The name of a user; the user key of somebody who is gone. */
    String name(String key) {
        return people.withKey(key).map(People.Person::fullName).orElse(key);
    }

    /** Kept with the instant of creation: after a restored backup the same number may be another link's. */
    private Optional<String> author(WorkLink link) {
        Made made = new Made(link.id(), link.created());
        String known = known(made);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<String> author = store.madeBy("LINK-" + link.id());
        author.ifPresent(key -> keep(made, key));
        return author;
    }

    private synchronized @Nullable String known(Made link) {
        return authors.get(link);
    }

    private synchronized void keep(Made link, String author) {
        authors.put(link, author);
        if (authors.size() > MOST) {
            authors.remove(authors.keySet().iterator().next());
        }
    }
}
