package io.throughline.host.confluence.storage;

import java.util.Optional;

/** Where links of a page lead. Addresses begin with the context path. */
public interface WikiLinks {

    /**
     * @param spaceKey the link's own, or the space of the page it stands in
     * @return empty when there is no such page
     */
    Optional<String> page(String spaceKey, String title);

    /** Empty when there is no such space. */
    Optional<String> space(String key);

    /** A person's name to show, empty when there is no such person. */
    Optional<String> person(String userKey);
}
