package io.throughline.host.confluence.service;

import com.atlassian.confluence.spaces.Space;
import io.throughline.host.confluence.content.WikiSpace;

/** A stored space as Confluence's API shows it. */
final class HostSpace extends Space {

    HostSpace(WikiSpace space) {
        super(space.id(), space.key(), space.name());
    }
}
