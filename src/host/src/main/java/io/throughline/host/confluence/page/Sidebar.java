package io.throughline.host.confluence.page;

import io.throughline.host.confluence.content.PageEntry;
import io.throughline.host.confluence.content.Wiki;
import io.throughline.host.confluence.content.WikiSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A space's sidebar: its name and its page tree, open along the way to the page that is shown. */
final class Sidebar {

    private final Wiki wiki;
    private final String contextPath;

    Sidebar(Wiki wiki, String contextPath) {
        this.wiki = wiki;
        this.contextPath = contextPath;
    }

    /** @param rows the visible part of the tree from top to bottom */
    public record View(String spaceKey, String spaceName, String homeUrl, List<Row> rows) {}

    /**
     * A line of the tree.
     *
     * @param depth 0 right below the home page
     */
    public record Row(String title, String url, int depth, boolean isCurrent, boolean isOpen, boolean hasChildren) {}

    /** @param current id of the page that is shown, 0 when it is none of the tree */
    View of(WikiSpace space, long current) {
        Map<Long, PageEntry> byId = new HashMap<>();
        Map<Long, List<PageEntry>> below = new HashMap<>();
        for (PageEntry entry : wiki.tree(space)) {
            byId.put(entry.id(), entry);
            below.computeIfAbsent(entry.parent(), parent -> new ArrayList<>()).add(entry);
        }
        Set<Long> open = new HashSet<>();
        for (PageEntry at = byId.get(current); at != null; at = byId.get(at.parent())) {
            open.add(at.id());
        }
        List<Row> rows = new ArrayList<>();
        add(below.getOrDefault(space.homePage(), List.of()), 0, current, open, below, rows);
        List<PageEntry> besideHome = below.getOrDefault(0L, List.of()).stream()
                .filter(entry -> entry.id() != space.homePage())
                .toList();
        add(besideHome, 0, current, open, below, rows);
        return new View(space.key(), space.name(), url(space.homePage()), rows);
    }

    private void add(
            List<PageEntry> siblings,
            int depth,
            long current,
            Set<Long> open,
            Map<Long, List<PageEntry>> below,
            List<Row> rows) {
        for (PageEntry entry : siblings) {
            List<PageEntry> children = below.getOrDefault(entry.id(), List.of());
            boolean isOpen = open.contains(entry.id());
            rows.add(
                    new Row(entry.title(), url(entry.id()), depth, entry.id() == current, isOpen, !children.isEmpty()));
            if (isOpen) {
                add(children, depth + 1, current, open, below, rows);
            }
        }
    }

    private String url(long id) {
        return contextPath + "/pages/viewpage.action?pageId=" + id;
    }
}
