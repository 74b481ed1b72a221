package io.throughline.app.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Jira nodes on one database, each started and killed by itself: {@code ./demo} starts one that dies again at once, and these
 * tests say when. Each may have its own way to the database.
 */
final class JiraNodes implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(5);

    private final Path data;
    private final List<String> databases;
    private final int port = Products.twoFreePorts();
    private final Map<Integer, Process> running = new TreeMap<>();

    /** @param databases JDBC URL of the first node, of the second and so on */
    JiraNodes(Path data, String... databases) throws IOException {
        this.data = data;
        this.databases = List.of(databases);
        Files.createDirectories(data);
    }

    /** Starts a node, for the first time or again, and returns when it is RUNNING. */
    JiraNodes start(int number) throws Exception {
        Path root = Path.of(System.getProperty("throughline.root"));
        Path host = root.resolve("src/host/target");
        Path jar = Path.of(System.getProperty("throughline.jar"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                host.resolve("throughline-host-1.0.0.jar") + ":" + host.resolve("lib") + "/*",
                "io.throughline.host.launch.ProductMain"));
        command.addAll(List.of("--product", "jira", "--only", "jira", "--node-id", "" + number));
        command.addAll(List.of("--nodes", "" + databases.size(), "--db", databases.get(number - 1)));
        command.addAll(List.of("--jira-port", "" + port, "--data", data.toString(), "--empty"));
        command.addAll(List.of("--plugin", jar.toString(), "--trust"));
        command.add(jar.resolveSibling("throughline-signer.pem").toString());
        Path log = data.resolveSibling("node-" + number + ".console");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        running.put(number, process);
        Products.awaitRunning(process, url(number), Instant.now().plus(START), log);
        return this;
    }

    private String url(int number) {
        return "http://localhost:" + (port + number - 1) + "/jira";
    }

    Caller as(int node, String user) {
        return new Caller(url(node), user);
    }

    /** {@code kill -9}; the other nodes go on. */
    void kill(int number) throws Exception {
        end(running.remove(number), true);
    }

    /** Asks it to end, as an administrator does. */
    void stop(int number) throws Exception {
        end(running.remove(number), false);
    }

    private static void end(Process process, boolean atOnce) throws InterruptedException {
        if (atOnce) {
            process.destroyForcibly();
        } else {
            process.destroy();
        }
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    /** The file in which a node keeps its work index for the next start. */
    Path savedIndex(int number) throws IOException {
        Path first = data.resolve("jira");
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(file -> file.endsWith("caches/throughline/work-index"))
                    .filter(file -> file.startsWith(first) == (number == 1))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Override
    public void close() throws Exception {
        for (Process each : running.values()) {
            end(each, false);
        }
    }
}
