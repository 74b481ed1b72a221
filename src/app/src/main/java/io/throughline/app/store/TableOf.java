package io.throughline.app.store;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import net.java.ao.DBParam;
import net.java.ao.Query;

/**
 * Where one kind of object is stored, row by row.
 *
 * @param <T> the record
 * @param <R> its row
 */
final class TableOf<T, R extends NumberedRow> {
    private final Kind<T> kind;
    private final Class<R> rows;
    private final BiConsumer<T, R> fill;
    private final Function<R, T> read;

    /**
     * @param fill writes every column of the row but its id
     * @param read the record of a row
     */
    TableOf(Kind<T> kind, Class<R> rows, BiConsumer<T, R> fill, Function<R, T> read) {
        this.kind = kind;
        this.rows = rows;
        this.fill = fill;
        this.read = read;
    }

    Kind<T> kind() {
        return kind;
    }

    List<T> all(ActiveObjects ao) {
        List<T> all = new ArrayList<>();
        for (R row : ao.find(rows)) {
            all.add(read.apply(row));
        }
        return all;
    }

    void insert(ActiveObjects ao, long id, T object) {
        R row = ao.create(rows, new DBParam("ID", id));
        fill.accept(object, row);
        row.save();
    }

    /** Replaces the row that {@code where} finds; the gate has seen that there is one. */
    void update(ActiveObjects ao, Query where, T object) {
        for (R row : ao.find(rows, where)) {
            fill.accept(object, row);
            row.save();
        }
    }

    void delete(ActiveObjects ao, Query where) {
        ao.delete(ao.find(rows, where));
    }
}
