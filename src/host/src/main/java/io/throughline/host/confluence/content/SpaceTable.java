package io.throughline.host.confluence.content;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads and writes spaces. */
final class SpaceTable {

    private SpaceTable() {}

    static List<WikiSpace> all(Handle handle) {
        return handle.createQuery("select * from wiki_space order by lower(name), id")
                .map((row, context) -> read(row, ""))
                .list();
    }

    static Optional<WikiSpace> find(Handle handle, String key) {
        return handle.createQuery("select * from wiki_space where lower(space_key) = lower(:key)")
                .bind("key", key)
                .map((row, context) -> read(row, ""))
                .findOne();
    }

    static long insert(Handle handle, String key, String name, String description, String creator, OffsetDateTime now) {
        return handle.createUpdate("""
                        insert into wiki_space (space_key, name, description, home_page, creator, created)
                        values (:key, :name, :description, 0, :creator, :now)""")
                .bind("key", key)
                .bind("name", name)
                .bind("description", description)
                .bind("creator", creator)
                .bind("now", now)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    static void setHomePage(Handle handle, long space, long page) {
        handle.createUpdate("update wiki_space set home_page = :page where id = :id")
                .bind("page", page)
                .bind("id", space)
                .execute();
    }

    /** @param prefix of the column names, where a space is read beside something else */
    static WikiSpace read(ResultSet row, String prefix) throws SQLException {
        return new WikiSpace(
                row.getLong(prefix + "id"),
                row.getString(prefix + "space_key"),
                row.getString(prefix + "name"),
                row.getString(prefix + "description"),
                row.getLong(prefix + "home_page"),
                row.getString(prefix + "creator"),
                instant(row, prefix + "created"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
