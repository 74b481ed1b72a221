package io.throughline.app.jira;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import io.throughline.app.access.People;
import io.throughline.app.store.LoggedChange;
import io.throughline.app.store.StrategyStore;
import jakarta.inject.Inject;
import java.util.Optional;

/** Who made a link, as the change log has it: the first row of the link is its creation. */
@JiraComponent
public class LinkAuthors {
    private final StrategyStore store;
    private final People people;

    @Inject
    public LinkAuthors(StrategyStore store, People people) {
        this.store = store;
        this.people = people;
    }

    /** The name of who made it; the user key of somebody who is gone; empty for a link without a row. */
    Optional<String> of(long link) {
        return store.changes("LINK-" + link, 0, 1).rows().stream()
                .findFirst()
                .map(LoggedChange::actor)
                .map(key -> people.withKey(key).map(People.Person::fullName).orElse(key));
    }
}
