package io.throughline.host.services;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.cache.Cache;
import com.atlassian.cache.CacheSettings;
import com.atlassian.cache.CacheSettingsBuilder;
import io.throughline.host.db.Dialect;
import io.throughline.host.db.OnBothDatabases;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes over one PostgreSQL. */
@Tag("slow")
class CacheInvalidationTest extends OnBothDatabases {
    private static final CacheSettings REMOTE =
            new CacheSettingsBuilder().remote().replicateViaInvalidation().build();

    private HostCacheFactory one;
    private HostCacheFactory two;

    @Override
    protected Dialect dialect() {
        return Dialect.POSTGRESQL;
    }

    @BeforeEach
    void start() throws Exception {
        one = new HostCacheFactory(new PostgresCacheBus(database.jdbi(), database::connectOutsideThePool));
        two = new HostCacheFactory(new PostgresCacheBus(database.jdbi(), database::connectOutsideThePool));
        untilBothHear();
    }

    @AfterEach
    void stop() {
        one.close();
        two.close();
    }

    @Test
    void aRemovedKeyIsLoadedAgainOnTheOtherNodeAndNoOtherKey() throws Exception {
        AtomicInteger loads = new AtomicInteger();
        Cache<String, Integer> here = one.getCache("c", null, REMOTE);
        Cache<String, Integer> there = two.getCache("c", key -> loads.incrementAndGet(), REMOTE);
        there.get("a");
        there.get("b");

        here.remove("a");
        eventually(() -> !there.getKeys().contains("a"));

        assertThat(there.getKeys()).containsExactly("b");
    }

    @Test
    void aPutHereDropsTheOldValueThere() throws Exception {
        Cache<String, String> here = one.getCache("c", null, REMOTE);
        Cache<String, String> there = two.getCache("c", key -> "old", REMOTE);
        there.get("k");

        here.put("k", "new");
        eventually(() -> there.getKeys().isEmpty());

        assertThat(here.get("k")).isEqualTo("new");
    }

    @Test
    void aKeyTooLongForAMessageDropsTheWholeCacheThere() throws Exception {
        Cache<String, String> here = one.getCache("c", null, REMOTE);
        Cache<String, String> there = two.getCache("c", key -> key, REMOTE);
        there.get("a");

        here.remove("x".repeat(10_000));

        eventually(() -> there.getKeys().isEmpty());
    }

    @Test
    void aLocalCacheTellsNobody() throws Exception {
        CacheSettings local = new CacheSettingsBuilder().local().build();
        Cache<String, String> there = two.getCache("local", key -> key, local);
        there.get("a");

        one.getCache("local", null, local).removeAll();
        one.getCache("marker", null, REMOTE).removeAll();
        Thread.sleep(700);

        assertThat(there.getKeys()).containsExactly("a");
    }

    @Test
    void aValueWhoseLoadBeganBeforeTheRemovalIsNotKept() throws Exception {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch removed = new CountDownLatch(1);
        Cache<String, String> cache = one.getCache(
                "c",
                key -> {
                    loading.countDown();
                    try {
                        removed.await();
                    } catch (InterruptedException asked) {
                        Thread.currentThread().interrupt();
                    }
                    return "old";
                },
                REMOTE);
        ExecutorService reader = Executors.newSingleThreadExecutor();
        Future<String> read = reader.submit(() -> cache.get("k"));
        loading.await();

        cache.remove("k");
        removed.countDown();

        assertThat(read.get()).isEqualTo("old");
        reader.shutdown();
        assertThat(cache.getKeys()).isEmpty();
    }

    /** A node that does not listen yet misses what is told. */
    private void untilBothHear() throws Exception {
        Cache<String, String> here = one.getCache("start", key -> key, REMOTE);
        Cache<String, String> there = two.getCache("start", key -> key, REMOTE);
        here.get("k");
        there.get("k");
        eventually(() -> {
            two.getCache("start", null, REMOTE).removeAll();
            return here.getKeys().isEmpty();
        });
        there.get("k");
        eventually(() -> {
            one.getCache("start", null, REMOTE).removeAll();
            return there.getKeys().isEmpty();
        });
    }

    private static void eventually(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 400 && !condition.getAsBoolean(); i++) {
            Thread.sleep(25);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
