package io.throughline.host.confluence.content;

import io.throughline.host.confluence.storage.StorageParser;
import io.throughline.host.confluence.storage.UnreadableStorage;
import io.throughline.host.db.NodeDatabase;
import io.throughline.host.db.RowRace;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Spaces and pages with Confluence's rules. It checks no permission: who asks, does. */
public final class Wiki {

    private static final Pattern SPACE_KEY = Pattern.compile("[A-Za-z0-9]{1,255}");
    private static final int LONGEST_TITLE = 255;

    private final Jdbi jdbi;
    private final Clock clock;
    private final StorageParser parser = new StorageParser();

    private Wiki(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Makes tables, and the space that is always there. */
    public static Wiki open(NodeDatabase database, Clock clock) {
        WikiTables.create(database);
        Wiki wiki = new Wiki(database.jdbi(), clock);
        if (wiki.space("STRAT").isEmpty()) {
            try {
                wiki.createSpace(
                        "STRAT", "Strategy Office", "Where the strategy is written down and reviewed", "admin");
            } catch (WikiRefusal impossible) {
                throw new IllegalStateException("the first space cannot be refused", impossible);
            }
        }
        return wiki;
    }

    public List<WikiSpace> spaces() {
        return jdbi.withHandle(SpaceTable::all);
    }

    /** The key's case does not matter. */
    public Optional<WikiSpace> space(String key) {
        return jdbi.withHandle(handle -> SpaceTable.find(handle, key));
    }

    /** Makes a space and its home page, which is called after it. */
    public WikiSpace createSpace(String key, String name, String description, String user) throws WikiRefusal {
        if (!SPACE_KEY.matcher(key).matches()) {
            throw refused(WikiRefusal.Kind.BAD_REQUEST, "Invalid space key: " + key);
        }
        if (name.isBlank() || name.length() > LONGEST_TITLE) {
            throw refused(
                    WikiRefusal.Kind.BAD_REQUEST, "A space needs a name of at most " + LONGEST_TITLE + " characters");
        }
        if (space(key).isPresent()) {
            throw refused(WikiRefusal.Kind.BAD_REQUEST, "A space already exists with key " + key);
        }
        PageChange home = new PageChange(name + " Home", 0, "<p>Welcome to this space.</p>", "");
        return jdbi.inTransaction(handle -> {
            long id = SpaceTable.insert(handle, key, name, description, user, now());
            SpaceTable.setHomePage(handle, id, PageTable.insert(handle, id, home, user, now()));
            return SpaceTable.find(handle, key).orElseThrow();
        });
    }

    public Optional<WikiPage> page(long id) {
        return jdbi.withHandle(handle -> PageTable.find(handle, id));
    }

    /** A page that is in the trash. */
    public Optional<WikiPage> trashedPage(long id) {
        return jdbi.withHandle(handle -> PageTable.findTrashed(handle, id));
    }

    /** Case does not matter, neither in the key nor in the title. */
    public Optional<WikiPage> page(String spaceKey, String title) {
        return jdbi.withHandle(handle -> PageTable.find(handle, spaceKey, title));
    }

    /** In the order of their making; of all spaces when the key is empty. */
    public List<WikiPage> pages(String spaceKey, int start, int limit) {
        return jdbi.withHandle(handle -> PageTable.list(handle, spaceKey, start, limit));
    }

    /** Every page of a space, siblings in the order of their titles. */
    public List<PageEntry> tree(WikiSpace space) {
        return jdbi.withHandle(handle -> PageTable.tree(handle, space.id()));
    }

    public List<WikiPage> children(WikiPage page) {
        return jdbi.withHandle(handle -> PageTable.children(handle, page.id()));
    }

    public List<WikiPage> lastModified(int limit) {
        return jdbi.withHandle(handle -> PageTable.lastModified(handle, limit));
    }

    /** Pages that have one of the macros, the last modified first. */
    public List<WikiPage> pagesWithMacros(List<String> macros, int start, int limit) {
        return jdbi.withHandle(handle -> PageTable.withMacros(handle, macros, start, limit));
    }

    public WikiPage createPage(WikiSpace space, PageChange page, String user) throws WikiRefusal {
        check(space, 0, page);
        return jdbi.inTransaction(handle -> {
            long id = guardTitle(page, () -> PageTable.insert(handle, space.id(), page, user, now()));
            return PageTable.find(handle, id).orElseThrow();
        });
    }

    /** @param newVersion the version the change makes, one above the current one */
    public WikiPage updatePage(long id, int newVersion, PageChange change, String user) throws WikiRefusal {
        WikiPage old = page(id).orElseThrow(() ->
                refused(WikiRefusal.Kind.NOT_FOUND, "No content found with id: ContentId{id=" + id + "}"));
        check(old.space(), id, change);
        return jdbi.inTransaction(handle -> {
            boolean done = newVersion == old.version() + 1
                    && guardTitle(change, () -> PageTable.update(handle, id, old.version(), change, user, now()));
            if (!done) {
                int current = PageTable.find(handle, id).map(WikiPage::version).orElse(old.version());
                throw refused(
                        WikiRefusal.Kind.CONFLICT,
                        "Version must be incremented on update. Current version is: " + current);
            }
            return PageTable.find(handle, id).orElseThrow();
        });
    }

    /** Into the trash. Pages below it move up. */
    public void trashPage(long id) throws WikiRefusal {
        jdbi.useTransaction(handle -> {
            WikiPage page = PageTable.find(handle, id)
                    .orElseThrow(() ->
                            refused(WikiRefusal.Kind.NOT_FOUND, "No content found with id: ContentId{id=" + id + "}"));
            if (page.space().homePage() == id) {
                throw refused(WikiRefusal.Kind.BAD_REQUEST, "The home page of a space cannot be deleted");
            }
            PageTable.trash(handle, page);
        });
    }

    private void check(WikiSpace space, long self, PageChange page) throws WikiRefusal {
        if (page.title().isBlank()) {
            throw refused(WikiRefusal.Kind.BAD_REQUEST, "Title cannot be empty");
        }
        if (page.title().length() > LONGEST_TITLE) {
            throw refused(WikiRefusal.Kind.BAD_REQUEST, "Title cannot be longer than " + LONGEST_TITLE + " characters");
        }
        Optional<WikiPage> same = page(space.key(), page.title());
        if (same.isPresent() && same.get().id() != self) {
            throw sameTitle(page);
        }
        for (long up = page.parent(); up != 0; ) {
            WikiPage above = page(up).orElse(null);
            if (above == null || above.space().id() != space.id()) {
                throw refused(WikiRefusal.Kind.BAD_REQUEST, "The parent ID specified does not exist: " + page.parent());
            }
            if (above.id() == self) {
                throw refused(WikiRefusal.Kind.BAD_REQUEST, "A page cannot stand below itself");
            }
            up = above.parent();
        }
        try {
            parser.parse(page.body());
        } catch (UnreadableStorage e) {
            throw refused(WikiRefusal.Kind.BAD_REQUEST, e.getMessage());
        }
    }

    /** Two may take a title at the same moment; the database lets one. */
    private static <T> T guardTitle(PageChange page, java.util.function.Supplier<T> write) throws WikiRefusal {
        try {
            return write.get();
        } catch (UnableToExecuteStatementException e) {
            if (RowRace.isLost(e)) {
                throw sameTitle(page);
            }
            throw e;
        }
    }

    private static WikiRefusal sameTitle(PageChange page) {
        return refused(
                WikiRefusal.Kind.BAD_REQUEST,
                "A page with this title already exists: A page already exists with the same TITLE in this space: "
                        + page.title());
    }

    private static WikiRefusal refused(WikiRefusal.Kind kind, String message) {
        return new WikiRefusal(kind, message);
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }
}
