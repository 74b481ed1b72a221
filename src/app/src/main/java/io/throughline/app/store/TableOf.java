package io.throughline.app.store;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.lang.reflect.Proxy;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.ToLongFunction;
import net.java.ao.DBParam;
import net.java.ao.Query;

/**
 * Where one kind of object is stored, row by row.
 *
 * @param <T> the record
 * @param <R> its row
 */
final class TableOf<T, R extends NumberedRow> {
    private static final int AT_ONCE = 500;

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

    /** Reads every row; one that cannot be read is told to {@code unreadable} by its id. */
    void each(ActiveObjects ao, Consumer<T> found, LongConsumer unreadable) {
        for (R row : ao.find(rows)) {
            T object;
            try {
                object = read.apply(row);
            } catch (IllegalArgumentException
                    | IllegalStateException
                    | NullPointerException
                    | ClassCastException
                    | DateTimeException e) {
                // whoever writes past the app need not leave well-formed rows
                unreadable.accept(row.getID());
                continue;
            }
            found.accept(object);
        }
    }

    /** Inserts many rows with few statements: an entity of its own for each would take minutes. */
    void insertAll(ActiveObjects ao, List<T> objects, ToLongFunction<T> id) {
        for (int from = 0; from < objects.size(); from += AT_ONCE) {
            List<Map<String, Object>> batch = new ArrayList<>();
            for (T object : objects.subList(from, Math.min(from + AT_ONCE, objects.size()))) {
                Map<String, Object> columns = columns(object);
                columns.put("ID", id.applyAsLong(object));
                batch.add(columns);
            }
            ao.create(rows, batch);
        }
    }

    /** What filling a row sets, by column. */
    private Map<String, Object> columns(T object) {
        Map<String, Object> columns = new LinkedHashMap<>();
        Object recorder =
                Proxy.newProxyInstance(rows.getClassLoader(), new Class<?>[] {rows}, (self, method, given) -> {
                    if (!method.getName().startsWith("set")) {
                        throw new IllegalStateException("filling a row only sets: " + method);
                    }
                    columns.put(column(method.getName().substring(3)), given[0]);
                    return null;
                });
        fill.accept(object, rows.cast(recorder));
        return columns;
    }

    /** The platform's naming of columns: {@code KPI_KEY} of {@code setKpiKey}. */
    private static String column(String property) {
        return property.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    /** Deletes many rows with few statements. */
    void deleteAll(ActiveObjects ao, List<Long> ids) {
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<Long> some = ids.subList(from, Math.min(from + AT_ONCE, ids.size()));
            String marks = String.join(",", Collections.nCopies(some.size(), "?"));
            delete(ao, Query.select().where("ID IN (" + marks + ")", some.toArray()));
        }
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
