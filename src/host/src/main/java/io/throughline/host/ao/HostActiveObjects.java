package io.throughline.host.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.sal.api.transaction.TransactionCallback;
import io.throughline.host.db.Transactions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import net.java.ao.DBParam;
import net.java.ao.DefaultPolymorphicTypeMapper;
import net.java.ao.EntityManager;
import net.java.ao.EntityStreamCallback;
import net.java.ao.Query;
import net.java.ao.RawEntity;

/** The library's entity manager as a plugin sees it: no checked exceptions, and transactions that others can join. */
final class HostActiveObjects implements ActiveObjects {
    private final EntityManager engine;
    private final Transactions transactions;

    HostActiveObjects(EntityManager engine, Transactions transactions) {
        this.engine = engine;
        this.transactions = transactions;
    }

    @Override
    @SafeVarargs
    public final void migrate(Class<? extends RawEntity<?>>... entities) {
        engine.setPolymorphicTypeMapper(new DefaultPolymorphicTypeMapper(entities));
        run(() -> engine.migrate(entities));
    }

    @Override
    public <T extends RawEntity<K>, K> T get(Class<T> type, K key) {
        return call(() -> engine.get(type, key));
    }

    @Override
    public <T extends RawEntity<K>, K> T create(Class<T> type, DBParam... params) {
        return call(() -> engine.create(type, params));
    }

    @Override
    public <T extends RawEntity<K>, K> T create(Class<T> type, Map<String, Object> params) {
        return call(() -> engine.create(type, params));
    }

    @Override
    public <T extends RawEntity<K>, K> void create(Class<T> type, List<Map<String, Object>> rows) {
        run(() -> engine.create(type, rows));
    }

    @Override
    public void delete(RawEntity<?>... entities) {
        run(() -> engine.delete(entities));
    }

    @Override
    public <K> int deleteWithSQL(Class<? extends RawEntity<K>> type, String criteria, Object... parameters) {
        return call(() -> engine.deleteWithSQL(type, criteria, parameters));
    }

    @Override
    public <T extends RawEntity<K>, K> T[] find(Class<T> type) {
        return call(() -> engine.find(type));
    }

    public <T extends RawEntity<K>, K> T[] find(Class<T> type, String criteria, Object... parameters) {
        return call(() -> engine.find(type, criteria, parameters));
    }

    @Override
    public <T extends RawEntity<K>, K> T[] find(Class<T> type, Query query) {
        return call(() -> engine.find(type, query));
    }

    @Override
    public <T extends RawEntity<K>, K> void stream(Class<T> type, Query query, EntityStreamCallback<T, K> callback) {
        run(() -> engine.stream(type, query, callback));
    }

    @Override
    public <K> int count(Class<? extends RawEntity<K>> type) {
        return call(() -> engine.count(type));
    }

    @Override
    public <K> int count(Class<? extends RawEntity<K>> type, String criteria, Object... parameters) {
        return call(() -> engine.count(type, criteria, parameters));
    }

    @Override
    public <K> int count(Class<? extends RawEntity<K>> type, Query query) {
        return call(() -> engine.count(type, query));
    }

    /** A failing commit comes out as the host's own exception, as it comes out as the product's own there. */
    @Override
    public <T> T executeInTransaction(TransactionCallback<T> callback) {
        return transactions.run(callback::doInTransaction);
    }

    private static <T> T call(Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException refused) {
            throw new ActiveObjectsSqlException(refused);
        }
    }

    private static void run(Command command) {
        try {
            command.run();
        } catch (SQLException refused) {
            throw new ActiveObjectsSqlException(refused);
        }
    }

    private interface Question<T> {
        T ask() throws SQLException;
    }

    private interface Command {
        void run() throws SQLException;
    }
}
