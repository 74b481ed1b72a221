package io.throughline.host.services;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Invalidation over {@code LISTEN} and {@code NOTIFY}. A key travels by Java serialisation and is read with the host's class loader,
 * so that keys of a plugin's own class cannot be read elsewhere: then the whole cache is dropped there. So it is when the listening
 * connection was away for a while, because nobody knows what was missed.
 */
final class PostgresCacheBus implements CacheBus {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresCacheBus.class);
    private static final String CHANNEL = "host_cache";
    private static final String EVERY_CACHE = "*";

    /** PostgreSQL refuses payloads of 8,000 bytes and more. */
    private static final int LONGEST_PAYLOAD = 7_900;

    private final Jdbi jdbi;
    private final Callable<Connection> connect;
    private final String self = UUID.randomUUID().toString();
    private final Thread ear = new Thread(this::listen, "cache-invalidation");
    private volatile BiConsumer<String, Object> drop = (cache, key) -> {};
    private volatile boolean closed;

    /** @param connect opens a connection outside the pool, because it is kept for good */
    PostgresCacheBus(Jdbi jdbi, Callable<Connection> connect) {
        this.jdbi = jdbi;
        this.connect = connect;
        ear.setDaemon(true);
    }

    @Override
    public void listener(BiConsumer<String, Object> listener) {
        drop = listener;
        ear.start();
    }

    @Override
    public void tell(String cache, Object key) {
        String payload = payload(cache, key);
        jdbi.useHandle(handle -> handle.execute("select pg_notify(?, ?)", CHANNEL, payload));
    }

    private String payload(String cache, Object key) {
        String all = self + " "
                + Base64.getEncoder().encodeToString(cache.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        if (key == null) {
            return all;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(key);
        } catch (IOException unwritable) {
            return all;
        }
        String one = all + " " + Base64.getEncoder().encodeToString(bytes.toByteArray());
        return one.length() > LONGEST_PAYLOAD ? all : one;
    }

    private void listen() {
        boolean first = true;
        while (!closed) {
            try (Connection connection = connect.call();
                    Statement statement = connection.createStatement()) {
                statement.execute("listen " + CHANNEL);
                if (!first) {
                    drop.accept(EVERY_CACHE, null);
                }
                first = false;
                hear(connection.unwrap(PGConnection.class));
            } catch (Exception away) {
                if (!closed) {
                    LOG.warn("cache invalidation lost its connection: {}", away.toString());
                    pause();
                }
            }
        }
    }

    private void hear(PGConnection connection) throws SQLException {
        while (!closed) {
            PGNotification[] heard = connection.getNotifications(500);
            if (heard != null) {
                for (PGNotification notification : heard) {
                    hear(notification.getParameter().split(" "));
                }
            }
        }
    }

    private void hear(String[] words) {
        if (words[0].equals(self)) {
            return;
        }
        String cache = new String(Base64.getDecoder().decode(words[1]), java.nio.charset.StandardCharsets.UTF_8);
        drop.accept(cache, words.length == 2 ? null : key(cache, words[2]));
    }

    private static Object key(String cache, String encoded) {
        byte[] bytes = Base64.getDecoder().decode(encoded);
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        } catch (IOException | ClassNotFoundException unreadable) {
            LOG.debug("key of cache {} cannot be read here; all of it is dropped", cache, unreadable);
            return null;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    /** Whether a message means every cache. */
    static boolean isEvery(String cache) {
        return cache.equals(EVERY_CACHE);
    }
}
