package io.throughline.app.live;

import java.util.List;

/**
 * One objective that a project's work serves.
 *
 * @param openSize of the project's open items that reach it, in the plan's measure
 * @param size of all its live items that reach it
 * @param links ids of the links through which they do, the largest first
 */
public record ServedByProject(String objective, double openSize, double size, List<Long> links) {
    public ServedByProject {
        links = List.copyOf(links);
    }
}
