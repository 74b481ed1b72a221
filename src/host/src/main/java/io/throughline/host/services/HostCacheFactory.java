package io.throughline.host.services;

import com.atlassian.cache.Cache;
import com.atlassian.cache.CacheFactory;
import com.atlassian.cache.CacheLoader;
import com.atlassian.cache.CacheSettings;
import com.atlassian.cache.CachedReference;
import com.atlassian.cache.Supplier;
import com.google.common.cache.CacheBuilder;
import com.google.common.util.concurrent.UncheckedExecutionException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Caches of this node by name: asking twice for a name gives the same entries, with the loader of whoever asked. Unless a cache is
 * local, a change on one node drops the entry on the others, soon but not at once.
 */
final class HostCacheFactory implements CacheFactory, AutoCloseable {
    private final Map<String, Store> stores = new ConcurrentHashMap<>();
    private final CacheBus bus;

    HostCacheFactory(CacheBus bus) {
        this.bus = bus;
        bus.listener(this::dropHere);
    }

    private void dropHere(String cache, Object key) {
        if (PostgresCacheBus.isEvery(cache)) {
            stores.values().forEach(store -> store.drop(null));
        } else if (stores.containsKey(cache)) {
            stores.get(cache).drop(key);
        }
    }

    @Override
    public <V> CachedReference<V> getCachedReference(String name, Supplier<V> supplier, CacheSettings settings) {
        Cache<String, V> one = getCache(name, only -> supplier.get(), settings);
        return new CachedReference<>() {
            @Override
            public V get() {
                return one.get(name);
            }

            @Override
            public void reset() {
                one.removeAll();
            }
        };
    }

    @Override
    public <K, V> Cache<K, V> getCache(String name, CacheLoader<K, V> loader, CacheSettings settings) {
        return new Named<>(name, stores.computeIfAbsent(name, it -> new Store(name, settings)), loader);
    }

    @Override
    public void close() {
        bus.close();
    }

    /** The entries of one name, whoever asks for them. */
    private final class Store {
        private final String name;
        private final boolean remote;
        private final com.google.common.cache.Cache<Object, Object> entries;
        private final AtomicLong drops = new AtomicLong();

        Store(String name, CacheSettings settings) {
            this.name = name;
            this.remote = !Boolean.TRUE.equals(settings.getLocal());
            if (Boolean.TRUE.equals(settings.getReplicateViaCopy())) {
                throw new IllegalArgumentException("cache " + name + ": values are not copied to other nodes here");
            }
            CacheBuilder<Object, Object> builder = CacheBuilder.newBuilder();
            if (settings.getExpireAfterAccess() != null) {
                builder.expireAfterAccess(Duration.ofMillis(settings.getExpireAfterAccess()));
            }
            if (settings.getExpireAfterWrite() != null) {
                builder.expireAfterWrite(Duration.ofMillis(settings.getExpireAfterWrite()));
            }
            if (settings.getMaxEntries() != null) {
                builder.maximumSize(settings.getMaxEntries());
            }
            this.entries = builder.build();
        }

        /**
         * A value whose load began before an entry was dropped may be the old one: it is given to the caller, who asked before, and
         * not kept.
         */
        <K, V> Object load(K key, CacheLoader<K, V> loader) throws ExecutionException {
            long before = drops.get();
            Object value = entries.get(key, () -> loader.load(key));
            if (drops.get() != before) {
                entries.invalidate(key);
            }
            return value;
        }

        void drop(Object key) {
            drops.incrementAndGet();
            if (key == null) {
                entries.invalidateAll();
            } else {
                entries.invalidate(key);
            }
        }

        void tell(Object key) {
            if (remote) {
                bus.tell(name, key);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private record Named<K, V>(String name, Store store, CacheLoader<K, V> loader) implements Cache<K, V> {
        public String getName() {
            return name;
        }

        @Override
        public Collection<K> getKeys() {
            return (Collection<K>) List.copyOf(store.entries.asMap().keySet());
        }

        @Override
        public V get(K key) {
            if (loader == null) {
                return (V) store.entries.getIfPresent(key);
            }
            try {
                return (V) store.load(key, loader);
            } catch (ExecutionException | UncheckedExecutionException failed) {
                throw new IllegalStateException("cache " + name + " cannot load " + key, failed.getCause());
            }
        }

        @Override
        public void put(K key, V value) {
            store.entries.put(key, value);
            store.tell(key);
        }

        @Override
        public void remove(K key) {
            store.drop(key);
            store.tell(key);
        }

        @Override
        public void removeAll() {
            store.drop(null);
            store.tell(null);
        }
    }
}
