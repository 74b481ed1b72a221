package io.throughline.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.core.delivery.Rollup;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.work.StatusCategory;
import io.throughline.core.work.WorkIndex;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** What the index and the roll-up say of their memory is what their arrays take. */
class MemoryTest {
    /** Of many items alike, of many places and traits, of many links: each has other arrays that weigh. */
    private static World world(int items, int projects, int links) {
        World world = World.small();
        for (long id = 1; id <= items; id++) {
            String resolution = projects > 1 ? "Resolution " + id % 500 : null;
            world.put(World.item(id, "Epic", 0, StatusCategory.TO_DO)
                    .project(1 + id % projects)
                    .resolution(resolution));
        }
        for (long id = 1; id <= links; id++) {
            world.link("OBJ-1", LinkTarget.issue("A-" + id, id), null);
        }
        return world;
    }

    @Test
    void theIndexSaysWhatItsArraysTake() {
        WorkIndex alike = world(20_000, 1, 0).index();
        assertThat(alike.bytes()).isCloseTo(Arrays.of(alike), Percentage.withPercentage(5));

        WorkIndex different = world(5_000, 400, 0).index();
        assertThat(different.bytes() - 400 * 160L).isCloseTo(Arrays.of(different), Percentage.withPercentage(5));
    }

    @Test
    void theRollupSaysWhatItsArraysTake() {
        for (World world : new World[] {world(20_000, 1, 10), world(5_000, 400, 4_000)}) {
            WorkIndex index = world.index();
            Rollup rollup =
                    new Rollup(world.model(), index.view(world.rules), world.queries(), world.today, world.zone);
            long arrays = Arrays.of(rollup) - Arrays.of(index);
            assertThat(rollup.bytes()).isCloseTo(arrays, Percentage.withPercentage(20));
        }
    }

    /** All arrays that can be reached from an object through fields of ours. */
    private static final class Arrays {
        private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        private long bytes;

        static long of(Object root) {
            Arrays arrays = new Arrays();
            arrays.visit(root);
            return arrays.bytes;
        }

        private void visit(Object object) {
            if (object == null || !seen.add(object)) {
                return;
            }
            Class<?> type = object.getClass();
            if (type.isArray()) {
                visitArray(object, type.getComponentType());
            } else if (type.getName().startsWith("io.throughline.") && !type.isEnum()) {
                for (Class<?> each = type; each != Object.class && each != null; each = each.getSuperclass()) {
                    for (Field field : each.getDeclaredFields()) {
                        visit(field, object);
                    }
                }
            } else if (object instanceof Iterable<?> all) {
                all.forEach(this::visit);
            }
        }

        private void visit(Field field, Object in) {
            if (Modifier.isStatic(field.getModifiers()) || field.getType().isPrimitive()) {
                return;
            }
            try {
                field.setAccessible(true);
                visit(field.get(in));
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        }

        private void visitArray(Object array, Class<?> of) {
            int length = Array.getLength(array);
            bytes += 16 + (length * width(of) + 7) / 8 * 8;
            if (of.isPrimitive()) {
                return;
            }
            for (int at = 0; at < length; at++) {
                visit(Array.get(array, at));
            }
        }

        private static long width(Class<?> of) {
            if (of == long.class || of == double.class) {
                return 8;
            }
            if (of == char.class || of == short.class) {
                return 2;
            }
            return of == byte.class || of == boolean.class ? 1 : 4;
        }
    }
}
