package io.throughline.host.services;

import java.util.function.BiConsumer;

/** Tells the other nodes which entries of which cache are no longer true. */
interface CacheBus extends AutoCloseable {

    /** @param key null for all of the cache */
    void tell(String cache, Object key);

    /** Who drops entries here when another node tells: name of the cache, and the key or null for all of it. */
    void listener(BiConsumer<String, Object> drop);

    @Override
    void close();

    /** A node that shares its database with nobody. */
    CacheBus ALONE = new CacheBus() {
        @Override
        public void tell(String cache, Object key) {
            // Nobody else has a copy.
        }

        @Override
        public void listener(BiConsumer<String, Object> drop) {
            // Nobody will tell.
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    };
}
