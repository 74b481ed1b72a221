package io.throughline.app.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Stands between Confluence and Jira on the application link: passes everything on, or does what a Jira in trouble, a proxy
 * or a login page does. Counts what Confluence asks.
 */
final class JiraGate implements AutoCloseable {
    /** What it does with a request for strategy. */
    enum Mood {
        OPEN,
        HUNG,
        FAILING,
        TALKING_NONSENSE,
        SENDING_TO_A_LOGIN,
        SENDING_FIFTY_MEGABYTES,
        WANTING_CONSENT
    }

    private static final Set<String> OWN = Set.of("connection", "content-length", "host", "transfer-encoding");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Semaphore hung = new Semaphore(0);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Mood mood = Mood.OPEN;
    private volatile String jira;
    private HttpServer server;

    JiraGate() throws IOException {
        listen(Products.freePort());
    }

    /** Where Confluence thinks that Jira is. */
    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/jira";
    }

    void leadsTo(String jiraUrl) {
        jira = jiraUrl;
    }

    void is(Mood now) {
        mood = now;
        if (now != Mood.HUNG) {
            hung.release(hung.getQueueLength());
        }
    }

    /** Nobody listens any more: a connection is refused, as by a product that was killed. */
    void kill() {
        server.stop(0);
    }

    void revive() throws IOException {
        listen(server.getAddress().getPort());
    }

    /** The questions for strategy that have come since the last call. */
    List<String> questions() {
        List<String> all = List.copyOf(asked);
        asked.removeAll(all);
        return all;
    }

    private void listen(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), port), 200);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        boolean strategy = path.contains("/rest/throughline/");
        if (strategy) {
            asked.add(path.replaceAll(".*/rest/throughline/1.0/", ""));
        }
        try (exchange) {
            behave(exchange, strategy ? mood : Mood.OPEN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void behave(HttpExchange exchange, Mood now) throws IOException, InterruptedException {
        switch (now) {
            case OPEN -> pass(exchange);
            case HUNG -> hung.acquire();
            case FAILING -> send(exchange, 500, "{\"code\":\"INTERNAL\",\"ref\":\"7f3a9c\"}");
            case TALKING_NONSENSE -> send(exchange, 200, "<html>Welcome to the guest network!</html>");
            case SENDING_TO_A_LOGIN -> {
                exchange.getResponseHeaders().set("Location", url() + "/login.jsp");
                send(exchange, 302, "");
            }
            case SENDING_FIFTY_MEGABYTES -> sendMuch(exchange);
            case WANTING_CONSENT -> send(exchange, 401, "");
            default -> throw new IllegalStateException(now.name());
        }
    }

    private void pass(HttpExchange exchange) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(jira + exchange.getRequestURI().toString().replaceFirst("^/jira", "")))
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase())) {
                values.forEach(value -> request.header(name, value));
            }
        });
        HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        answer.headers().map().forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase())) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        boolean empty = answer.body().length == 0;
        exchange.sendResponseHeaders(answer.statusCode(), empty ? -1 : answer.body().length);
        if (!empty) {
            exchange.getResponseBody().write(answer.body());
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    /** As much as anybody takes of it. */
    private static void sendMuch(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] part = " ".repeat(1024 * 1024).getBytes(StandardCharsets.UTF_8);
        OutputStream out = exchange.getResponseBody();
        out.write('{');
        for (int sent = 0; sent < 50; sent++) {
            out.write(part);
        }
        out.write('}');
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
