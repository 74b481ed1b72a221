package io.throughline.host.services;

/** What a node must have, besides its own lock, before its threads may hold a lock of the cluster. */
interface Lease {

    /** @return whether this node has the lease now; it never waits */
    boolean tryAcquire(String name);

    void release(String name);

    /** Where no other node can be: the lock of the JVM is enough. */
    Lease ALONE = new Lease() {
        @Override
        public boolean tryAcquire(String name) {
            return true;
        }

        @Override
        public void release(String name) {
            // Nobody else to tell.
        }
    };
}
