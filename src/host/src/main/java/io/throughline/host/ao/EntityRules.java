package io.throughline.host.ao;

import com.google.common.util.concurrent.UncheckedExecutionException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.java.ao.ActiveObjectsException;
import net.java.ao.EntityManager;
import net.java.ao.ManyToMany;
import net.java.ao.OneToMany;
import net.java.ao.OneToOne;
import net.java.ao.RawEntity;
import net.java.ao.schema.FieldNameConverter;
import net.java.ao.schema.Ignore;

/**
 * What the platform refuses before it creates a table: something that is no interface, a table or column name over 30 characters, a
 * column named like a type of some database, a type without a column type.
 *
 * <p>Source: dossier 2.2, "AO rules" [AO6, DOC].
 */
final class EntityRules {

    private static final Set<String> RESERVED_COLUMNS =
            Set.of("BLOB", "CLOB", "NUMBER", "ROWID", "TIMESTAMP", "VARCHAR2");

    private final EntityManager engine;

    EntityRules(EntityManager engine) {
        this.engine = engine;
    }

    /** @throws ActiveObjectsException naming the entity, the method and the rule */
    void check(List<Class<? extends RawEntity<?>>> entities) {
        for (Class<? extends RawEntity<?>> entity : entities) {
            check(entity);
        }
    }

    private void check(Class<? extends RawEntity<?>> entity) {
        if (!entity.isInterface()) {
            throw new ActiveObjectsException("entity " + entity.getName() + " is not an interface");
        }
        checkTable(entity);
        FieldNameConverter columns = engine.getFieldNameConverter();
        for (Method method : entity.getMethods()) {
            if (isColumn(method)) {
                checkColumn(entity, method, columns.getName(method));
            }
        }
    }

    /** The converters refuse what is too long; the one for tables sits behind a cache that wraps what it throws. */
    private void checkTable(Class<? extends RawEntity<?>> entity) {
        try {
            engine.getTableNameConverter().getName(entity);
        } catch (UncheckedExecutionException wrapped) {
            throw new ActiveObjectsException(wrapped.getCause().getMessage(), wrapped.getCause());
        }
    }

    private static boolean isColumn(Method method) {
        return method.getDeclaringClass() != RawEntity.class
                && !method.isDefault()
                && !method.isAnnotationPresent(Ignore.class)
                && !method.isAnnotationPresent(OneToMany.class)
                && !method.isAnnotationPresent(OneToOne.class)
                && !method.isAnnotationPresent(ManyToMany.class);
    }

    private void checkColumn(Class<?> entity, Method method, String column) {
        if (column == null) {
            return;
        }
        if (RESERVED_COLUMNS.contains(column.toUpperCase(Locale.ROOT))) {
            throw new ActiveObjectsException("column name " + column + " of " + entity.getName() + "."
                    + method.getName() + " is reserved; reserved are " + RESERVED_COLUMNS);
        }
        Class<?> type = method.getParameterCount() == 1 ? method.getParameterTypes()[0] : method.getReturnType();
        if (type == void.class || RawEntity.class.isAssignableFrom(type)) {
            return;
        }
        try {
            engine.getProvider().getTypeManager().getType(type);
        } catch (RuntimeException unknown) {
            throw new ActiveObjectsException(
                    "type " + type.getName() + " of " + entity.getName() + "." + method.getName()
                            + " has no column type in Active Objects",
                    unknown);
        }
    }
}
