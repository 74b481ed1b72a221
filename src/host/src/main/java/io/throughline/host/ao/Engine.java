package io.throughline.host.ao;

import io.throughline.host.db.Dialect;
import io.throughline.host.db.NodeDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import javax.sql.DataSource;
import net.java.ao.DatabaseProvider;
import net.java.ao.DisposableDataSource;
import net.java.ao.EntityManager;
import net.java.ao.EntityManagerConfiguration;
import net.java.ao.SchemaConfiguration;
import net.java.ao.atlassian.AtlassianFieldNameConverter;
import net.java.ao.atlassian.AtlassianIndexNameConverter;
import net.java.ao.atlassian.AtlassianSequenceNameConverter;
import net.java.ao.atlassian.AtlassianTableNameConverter;
import net.java.ao.atlassian.AtlassianTriggerNameConverter;
import net.java.ao.atlassian.AtlassianUniqueNameConverter;
import net.java.ao.builder.SimpleNameConverters;
import net.java.ao.db.H2DatabaseProvider;
import net.java.ao.db.PostgreSQLDatabaseProvider;
import net.java.ao.schema.NameConverters;
import net.java.ao.schema.info.CachingEntityInfoResolverFactory;
import net.java.ao.schema.info.EntityInfoResolverFactory;

/** The library's entity manager with the name converters that the platform gives it; they refuse names over 30 characters. */
final class Engine {

    private Engine() {}

    static EntityManager of(AoTablePrefix prefix, NodeDatabase database) {
        DisposableDataSource connections = disposable(database.transactions().joiningDataSource());
        String schema = database.dialect().defaultSchema();
        DatabaseProvider provider = database.dialect() == Dialect.H2
                ? new H2DatabaseProvider(connections, schema)
                : new PostgreSQLDatabaseProvider(connections, schema);
        return new EntityManager(provider, new Configuration(nameConverters(prefix), prefix));
    }

    private static NameConverters nameConverters(AoTablePrefix prefix) {
        return new SimpleNameConverters(
                new AtlassianTableNameConverter(prefix),
                new AtlassianFieldNameConverter(),
                new AtlassianSequenceNameConverter(),
                new AtlassianTriggerNameConverter(),
                new AtlassianIndexNameConverter(),
                new AtlassianUniqueNameConverter());
    }

    /** The pool outlives a plugin, so that disposing of its engine closes nothing. */
    private static DisposableDataSource disposable(DataSource connections) {
        return (DisposableDataSource) Proxy.newProxyInstance(
                Engine.class.getClassLoader(),
                new Class<?>[] {DisposableDataSource.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("dispose")) {
                        return null;
                    }
                    try {
                        return method.invoke(connections, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    /** @param prefix only tables that carry it are the plugin's to change or drop */
    private record Configuration(NameConverters nameConverters, AoTablePrefix prefix)
            implements EntityManagerConfiguration {

        @Override
        public boolean useWeakCache() {
            return true;
        }

        @Override
        public NameConverters getNameConverters() {
            return nameConverters;
        }

        @Override
        public SchemaConfiguration getSchemaConfiguration() {
            return (tableName, caseSensitive) -> prefix.isOn(tableName);
        }

        @Override
        public EntityInfoResolverFactory getEntityInfoResolverFactory() {
            return new CachingEntityInfoResolverFactory();
        }
    }
}
