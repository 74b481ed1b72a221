package io.throughline.core.strategy;

import java.util.List;

/**
 * The projects in which a plan looks for orphans and coverage. It does not narrow what its links hold.
 *
 * @param projects project keys, in the order given
 */
public record Scope(List<String> projects) {
    public Scope {
        projects = List.copyOf(projects);
    }
}
