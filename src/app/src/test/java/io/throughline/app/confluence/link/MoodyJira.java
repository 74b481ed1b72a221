package io.throughline.app.confluence.link;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A Jira over HTTP that behaves, or misbehaves, as a test says. Its answers name who asked. */
final class MoodyJira implements AutoCloseable {
    /** How it answers. */
    enum Mood {
        WELL,
        HUNG,
        HALF_HUNG,
        FAILING,
        BEHIND_A_DEAD_PROXY,
        TALKING_NONSENSE,
        CUT_OFF,
        SHOWING_A_LOGIN_PAGE,
        REDIRECTING_TO_A_LOGIN,
        ENDLESS,
        WITHOUT_THE_APP,
        WANTING_CONSENT,
        REFUSING,
        FORGETTING,
        STILL_READING
    }

    /** One request. */
    record Asked(String reader, String path, boolean again) {}

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    /** How it treats single people, where not as all. */
    final Map<String, Mood> towards = new ConcurrentHashMap<>();

    /** What it says to single questions. */
    interface Bodies {
        String of(String reader, String path, int version);
    }

    /** Who asked what, unless a test has real answers. */
    Bodies answers = (reader, path, version) ->
            "{\"for\":\"%s\",\"path\":\"%s\",\"modelVersion\":%d}".formatted(reader, path, version);

    /** How often it had nothing new. */
    final AtomicInteger unchanged = new AtomicInteger();

    /** What it no longer has, where it is asked for with others. */
    final Set<String> missing = ConcurrentHashMap.newKeySet();

    /** Whether its app cannot answer several questions at once. */
    volatile boolean isOld;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch ending = new CountDownLatch(1);
    private final HttpServer server;
    private volatile Mood mood = Mood.WELL;
    private volatile int version = 1;

    MoodyJira() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void is(Mood now) {
        mood = now;
    }

    /** Something is changed: answers are others from now on. */
    void changes() {
        version++;
    }

    /** Returns when that many requests have come. */
    void wasAsked(int times) throws InterruptedException {
        while (asked.size() < times) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String reader = exchange.getRequestHeaders().getFirst(LinkedServer.READER);
        String path = exchange.getRequestURI().toString().replace("/rest/throughline/1.0/", "");
        String sent = exchange.getRequestHeaders().getFirst("If-None-Match");
        asked.add(new Asked(reader, path, sent != null));
        try (exchange) {
            behave(exchange, towards.getOrDefault(reader, mood), reader, path);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void behave(HttpExchange exchange, Mood now, String reader, String path)
            throws IOException, InterruptedException {
        switch (now) {
            case WELL -> well(exchange, reader, path);
            case HUNG -> ending.await();
            case HALF_HUNG -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write("{\"plan\":".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
                ending.await();
            }
            case FAILING -> send(exchange, 500, "{\"code\":\"INTERNAL\",\"ref\":\"7f3a9c\"}");
            case BEHIND_A_DEAD_PROXY -> send(exchange, 503, "<html>Service Unavailable");
            case TALKING_NONSENSE -> send(exchange, 200, "{\"plan\":{]");
            case CUT_OFF -> send(exchange, 200, "{\"plan\":{\"key\":\"PLAN-1\",\"na");
            case SHOWING_A_LOGIN_PAGE -> send(exchange, 200, "<!doctype html><title>Log in</title>");
            case REDIRECTING_TO_A_LOGIN -> {
                exchange.getResponseHeaders().set("Location", address() + "/login.jsp");
                send(exchange, 302, "");
            }
            case ENDLESS -> endless(exchange);
            case WITHOUT_THE_APP -> send(exchange, 404, "<status><status-code>404</status-code></status>");
            case WANTING_CONSENT -> send(exchange, 401, "");
            case REFUSING -> send(exchange, 403, "{\"code\":\"NO_RIGHT\"}");
            case FORGETTING -> send(exchange, 404, "{\"code\":\"NOT_FOUND\",\"errorMessages\":[\"Gone.\"]}");
            case STILL_READING -> send(exchange, 503, "{\"code\":\"INDEXING\"}");
            default -> throw new IllegalStateException(now.name());
        }
    }

    private void well(HttpExchange exchange, String reader, String path) throws IOException {
        if (path.startsWith("parts?")) {
            together(exchange, reader, path.substring("parts?".length()));
            return;
        }
        String tag = "\"" + reader + "-" + version + "\"";
        exchange.getResponseHeaders().set("ETag", tag);
        if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            unchanged.incrementAndGet();
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        send(exchange, 200, answers.of(reader, path, version));
    }

    /** Each part as it is alone, with the tag that it has alone. */
    private void together(HttpExchange exchange, String reader, String query) throws IOException {
        if (isOld) {
            send(exchange, 404, "<status><status-code>404</status-code></status>");
            return;
        }
        String had = String.valueOf(exchange.getRequestHeaders().getFirst("If-None-Match"));
        StringBuilder parts = new StringBuilder();
        boolean changed = false;
        for (String each : query.split("&")) {
            String path = URLDecoder.decode(each.substring("part=".length()), StandardCharsets.UTF_8);
            String tag = reader + "-" + version;
            boolean has = had.contains('"' + tag + '"');
            boolean gone = missing.contains(path);
            changed = changed || !has || gone;
            parts.append(parts.isEmpty() ? "" : ",").append("{\"part\":\"" + path + "\",");
            parts.append(
                    gone
                            ? "\"status\":404,\"body\":{\"code\":\"NOT_FOUND\",\"errorMessages\":[\"Gone.\"]}}"
                            : has
                                    ? "\"status\":304,\"tag\":\"" + tag + "\"}"
                                    : "\"status\":200,\"tag\":\"" + tag + "\",\"new\":[{}],\"body\":"
                                            + answers.of(reader, path, version) + "}");
        }
        if (changed) {
            send(exchange, 200, "{\"new\":{\"parts\":[]},\"parts\":[" + parts + "]}");
        } else {
            unchanged.incrementAndGet();
            exchange.sendResponseHeaders(304, -1);
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** 50 MB, as far as anybody takes them. */
    private static void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] part = new byte[64 * 1024];
        Arrays.fill(part, (byte) ' ');
        OutputStream out = exchange.getResponseBody();
        for (int sent = 0; sent < 50 * 1024 * 1024; sent += part.length) {
            out.write(part);
        }
    }

    @Override
    public void close() {
        ending.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
