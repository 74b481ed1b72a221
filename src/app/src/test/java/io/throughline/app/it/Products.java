package io.throughline.app.it;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The embedded products as processes of their own, started the way {@code ./demo} starts them. */
final class Products implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(10);
    /** An option of tests that measure: the products are compiled as well as in real life. */
    static final String SEASONED = "-Dthroughline.young=false";
    /**
     * For processes that live a minute: what the better compiler would win later, it takes now. Whoever measures says
     * {@code -Dthroughline.young=false}, or gives {@link #SEASONED}.
     */
    private static final String YOUNG = Boolean.parseBoolean(System.getProperty("throughline.young", "true"))
            ? "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
            : "";

    private final List<String> options;
    private final Path data;
    private final int jiraPort = twoFreePorts();
    private final int confluencePort = freePort();
    private final boolean both;
    private Process process;

    private Products(Path data, boolean both, List<String> options) {
        this.data = data;
        this.both = both;
        this.options = options;
    }

    /** Jira and Confluence, joined by an application link. */
    static Products both(Path data, String... options) throws Exception {
        return new Products(data, true, List.of(options)).start();
    }

    static Products jira(Path data, String... options) throws Exception {
        List<String> all = new ArrayList<>(List.of("--only", "jira"));
        all.addAll(List.of(options));
        return new Products(data, false, all).start();
    }

    /** Starts (again) with the same ports, data and options, and returns when every product says RUNNING. */
    Products start() throws Exception {
        Path root = Path.of(System.getProperty("throughline.root"));
        Path host = root.resolve("src/host/target");
        Path jar = Path.of(System.getProperty("throughline.jar"));
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        options.stream().filter(option -> option.startsWith("-D")).forEach(command::add);
        command.addAll(List.of(
                "-cp",
                host.resolve("throughline-host-1.0.0.jar") + ":" + host.resolve("lib") + "/*",
                "io.throughline.host.launch.Demo",
                "--plugin",
                jar.toString(),
                "--trust",
                jar.resolveSibling("throughline-signer.pem").toString(),
                "--jira-port",
                "" + jiraPort,
                "--confluence-port",
                "" + confluencePort,
                "--data",
                data.toString()));
        options.stream().filter(option -> !option.startsWith("-D")).forEach(command::add);
        if (!options.contains("--seed")) {
            command.add("--empty");
        }
        Files.createDirectories(data.toAbsolutePath().getParent());
        Path log = data.resolveSibling(data.getFileName() + ".console");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("JAVA_TOOL_OPTIONS", options.contains(SEASONED) ? "" : YOUNG);
        process = builder.start();
        Instant limit = Instant.now().plus(START);
        awaitRunning(process, jiraUrl(), limit, log);
        if (both) {
            awaitRunning(process, confluenceUrl(), limit, log);
        }
        if (options.contains("--nodes")) {
            awaitRunning(process, secondJiraUrl(), limit, log);
        }
        return this;
    }

    /** Returns when the product at this address says RUNNING; fails with the end of its log when it ends or does not in time. */
    static void awaitRunning(Process process, String url, Instant limit, Path log) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest status = HttpRequest.newBuilder(URI.create(url + "/status")).build();
        while (Instant.now().isBefore(limit)) {
            if (!process.isAlive()) {
                throw new IllegalStateException(url + " ended with " + process.exitValue() + ":\n" + tail(log));
            }
            try {
                if (client.send(status, HttpResponse.BodyHandlers.ofString())
                        .body()
                        .contains("RUNNING")) {
                    return;
                }
            } catch (IOException notYet) {
                // nobody listens yet
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException(url + " was not RUNNING by " + limit + ":\n" + tail(log));
    }

    /** The seed is played once the products run; the supervisor says "Ready" when it is through. */
    void awaitSeed() throws Exception {
        Path log = data.resolveSibling(data.getFileName() + ".console");
        Instant limit = Instant.now().plus(START);
        while (!Files.readString(log).contains("Ready after")) {
            if (Instant.now().isAfter(limit) || !process.isAlive()) {
                throw new IllegalStateException("the seed was not played:\n" + tail(log));
            }
            Thread.sleep(100);
        }
    }

    /** The last line of the log with these words. */
    String said(String words) throws IOException {
        try (Stream<Path> logs = Files.walk(data)) {
            for (Path log :
                    logs.filter(file -> file.toString().endsWith(".log")).toList()) {
                List<String> lines = Files.readAllLines(log).stream()
                        .filter(line -> line.contains(words))
                        .toList();
                if (!lines.isEmpty()) {
                    return lines.get(lines.size() - 1);
                }
            }
        }
        throw new AssertionError("nobody said " + words);
    }

    private static String tail(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }

    String jiraUrl() {
        return "http://localhost:" + jiraPort + "/jira";
    }

    String confluenceUrl() {
        return "http://localhost:" + confluencePort + "/confluence";
    }

    Caller jiraAs(String user) {
        return new Caller(jiraUrl(), user);
    }

    /** The second node of {@code --nodes 2}. */
    String secondJiraUrl() {
        return "http://localhost:" + (jiraPort + 1) + "/jira";
    }

    Caller secondJiraAs(String user) {
        return new Caller(secondJiraUrl(), user);
    }

    Caller confluenceAs(String user) {
        return new Caller(confluenceUrl(), user);
    }

    /** {@code kill -9} of every product and its supervisor, at once, without a goodbye. */
    void killHard() throws InterruptedException {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle each : all) {
            try {
                each.onExit().get(10, TimeUnit.SECONDS);
            } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
                throw new IllegalStateException("still alive after kill -9: " + each.pid(), e);
            }
        }
    }

    /** Asks the products to end, as an administrator does, and waits until they have. */
    void stop() throws Exception {
        close();
    }

    @Override
    public void close() throws Exception {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }

    /** The nodes of one product have ports in a row. */
    static int twoFreePorts() {
        while (true) {
            int port = freePort();
            if (isFree(port + 1)) {
                return port;
            }
        }
    }

    /** From below the ports that connections are given: the products start seconds later, and several tests run at once. */
    static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(15_000, 32_000);
            if (isFree(port)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
