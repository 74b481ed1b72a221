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

/** Caches of this node by name: asking twice for a name gives the same cache, with the loader of whoever asked last. */
final class HostCacheFactory implements CacheFactory {
    private final Map<String, com.google.common.cache.Cache<Object, Object>> stores = new ConcurrentHashMap<>();

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
    @SuppressWarnings("unchecked")
    public <K, V> Cache<K, V> getCache(String name, CacheLoader<K, V> loader, CacheSettings settings) {
        com.google.common.cache.Cache<?, ?> store = stores.computeIfAbsent(name, it -> make(settings));
        return new Named<>(name, (com.google.common.cache.Cache<K, V>) store, loader);
    }

    private static com.google.common.cache.Cache<Object, Object> make(CacheSettings settings) {
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
        return builder.build();
    }

    private record Named<K, V>(String name, com.google.common.cache.Cache<K, V> store, CacheLoader<K, V> loader)
            implements Cache<K, V> {

        @Override
        public String getName() {
            return name;
        }

        @Override
        public Collection<K> getKeys() {
            return List.copyOf(store.asMap().keySet());
        }

        @Override
        public V get(K key) {
            if (loader == null) {
                return store.getIfPresent(key);
            }
            try {
                return store.get(key, () -> loader.load(key));
            } catch (ExecutionException | UncheckedExecutionException failed) {
                throw new IllegalStateException("cache " + name + " cannot load " + key, failed.getCause());
            }
        }

        @Override
        public void put(K key, V value) {
            store.put(key, value);
        }

        @Override
        public V putIfAbsent(K key, V value) {
            return store.asMap().putIfAbsent(key, value);
        }

        @Override
        public void remove(K key) {
            store.invalidate(key);
        }

        @Override
        public void removeAll() {
            store.invalidateAll();
        }
    }
}
