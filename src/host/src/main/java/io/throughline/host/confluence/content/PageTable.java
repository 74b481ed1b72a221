package io.throughline.host.confluence.content;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads and writes pages. What is in the trash is not found, but by {@link #findTrashed}. */
final class PageTable {

    private static final String PAGES = """
            select p.id, p.parent, p.title, p.body, p.version, p.creator, p.created, p.modifier, p.modified, p.remark,
                s.id as s_id, s.space_key as s_space_key, s.name as s_name, s.description as s_description,
                s.home_page as s_home_page, s.creator as s_creator, s.created as s_created
            from wiki_page p join wiki_space s on s.id = p.space_id
            where\s""";

    private static final String SELECT = PAGES + "p.live_title is not null and ";

    private PageTable() {}

    static Optional<WikiPage> find(Handle handle, long id) {
        return handle.createQuery(SELECT + "p.id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne();
    }

    static Optional<WikiPage> findTrashed(Handle handle, long id) {
        return handle.createQuery(PAGES + "p.live_title is null and p.id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne();
    }

    static Optional<WikiPage> find(Handle handle, String spaceKey, String title) {
        return handle.createQuery(SELECT + "lower(s.space_key) = lower(:space) and p.live_title = :title")
                .bind("space", spaceKey)
                .bind("title", live(title))
                .map((row, context) -> read(row))
                .findOne();
    }

    /** All spaces when the key is empty. */
    static List<WikiPage> list(Handle handle, String spaceKey, int start, int limit) {
        return handle.createQuery(SELECT + "(:space = '' or lower(s.space_key) = lower(:space))"
                        + " order by p.id offset :start rows fetch next :limit rows only")
                .bind("space", spaceKey)
                .bind("start", start)
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    static List<PageEntry> tree(Handle handle, long space) {
        return handle.createQuery("""
                        select id, parent, title from wiki_page
                        where space_id = :space and live_title is not null order by live_title, id""")
                .bind("space", space)
                .map((row, context) -> new PageEntry(row.getLong("id"), row.getLong("parent"), row.getString("title")))
                .list();
    }

    static List<WikiPage> children(Handle handle, long parent) {
        return handle.createQuery(SELECT + "p.parent = :parent order by p.live_title, p.id")
                .bind("parent", parent)
                .map((row, context) -> read(row))
                .list();
    }

    static List<WikiPage> lastModified(Handle handle, int limit) {
        return handle.createQuery(SELECT + "1 = 1 order by p.modified desc, p.id desc fetch next :limit rows only")
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    /** Pages that have one of the macros, the last modified first. */
    static List<WikiPage> withMacros(Handle handle, List<String> macros, int start, int limit) {
        String any = String.join(" or ", java.util.Collections.nCopies(macros.size(), "p.body like ?"));
        var query = handle.createQuery(
                SELECT + "(" + any + ") order by p.modified desc, p.id desc offset ? rows fetch next ? rows only");
        int position = 0;
        for (String macro : macros) {
            query.bind(position++, "%<ac:structured-macro%ac:name=\"" + macro + "\"%");
        }
        return query.bind(position++, start)
                .bind(position, limit)
                .map((row, context) -> read(row))
                .list();
    }

    static long insert(Handle handle, long space, PageChange page, String user, OffsetDateTime now) {
        return handle.createUpdate("""
                        insert into wiki_page (space_id, parent, title, live_title, body, version,
                            creator, created, modifier, modified, remark)
                        values (:space, :parent, :title, :live, :body, 1, :user, :now, :user, :now, :remark)""")
                .bind("space", space)
                .bind("parent", page.parent())
                .bind("title", page.title())
                .bind("live", live(page.title()))
                .bind("body", page.body())
                .bind("remark", page.comment())
                .bind("user", user)
                .bind("now", now)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    /** @return false when the page is not at that version any more */
    static boolean update(Handle handle, long id, int oldVersion, PageChange page, String user, OffsetDateTime now) {
        handle.createUpdate("""
                        insert into wiki_page_version (page_id, version, title, body, modifier, modified, remark)
                        select id, version, title, body, modifier, modified, remark from wiki_page
                        where id = :id and version = :version""").bind("id", id).bind("version", oldVersion).execute();
        return handle.createUpdate("""
                        update wiki_page set parent = :parent, title = :title, live_title = :live, body = :body,
                            version = version + 1, modifier = :user, modified = :now, remark = :remark
                        where id = :id and version = :version and live_title is not null""")
                        .bind("parent", page.parent())
                        .bind("title", page.title())
                        .bind("live", live(page.title()))
                        .bind("body", page.body())
                        .bind("remark", page.comment())
                        .bind("user", user)
                        .bind("now", now)
                        .bind("id", id)
                        .bind("version", oldVersion)
                        .execute()
                == 1;
    }

    /** Into the trash; the pages below move up to its parent. */
    static void trash(Handle handle, WikiPage page) {
        handle.createUpdate("update wiki_page set parent = :up where parent = :id")
                .bind("up", page.parent())
                .bind("id", page.id())
                .execute();
        handle.createUpdate("update wiki_page set live_title = null where id = :id")
                .bind("id", page.id())
                .execute();
    }

    private static String live(String title) {
        return title.toLowerCase(Locale.ROOT);
    }

    private static WikiPage read(ResultSet row) throws SQLException {
        return new WikiPage(
                row.getLong("id"),
                SpaceTable.read(row, "s_"),
                row.getLong("parent"),
                row.getString("title"),
                row.getString("body"),
                row.getInt("version"),
                row.getString("creator"),
                SpaceTable.instant(row, "created"),
                row.getString("modifier"),
                SpaceTable.instant(row, "modified"),
                row.getString("remark"));
    }
}
