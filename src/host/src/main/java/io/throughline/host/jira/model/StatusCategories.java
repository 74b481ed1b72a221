package io.throughline.host.jira.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The four status categories, fixed by the platform. */
public final class StatusCategories {
    public static final long UNDEFINED = 1;
    public static final long TO_DO = 2;
    public static final long DONE = 3;
    public static final long IN_PROGRESS = 4;

    /** @param color the name of the lozenge's colour in REST answers */
    public record Category(long id, String key, String name, String color) {}

    public static final List<Category> ALL = List.of(
            new Category(UNDEFINED, "undefined", "No Category", "medium-gray"),
            new Category(TO_DO, "new", "To Do", "blue-gray"),
            new Category(IN_PROGRESS, "indeterminate", "In Progress", "yellow"),
            new Category(DONE, "done", "Done", "green"));

    private StatusCategories() {}

    public static Category byId(long id) {
        return ALL.stream().filter(category -> category.id() == id).findFirst().orElseThrow();
    }

    /** By key or name, without regard to case. */
    public static Optional<Category> find(String keyOrName) {
        String wanted = keyOrName.toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(category -> category.key().equals(wanted)
                        || category.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }
}
