package io.throughline.host.demo;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One node's JVM: its process, and its output, which goes to {@code logs/<name>.log} and in parts to the terminal. */
final class Child {

    private static final int LAST_LINES = 25;

    private final String name;
    private final String product;
    private final int nodeId;
    private final Process process;
    private final Path log;
    private final Thread reader;
    private final Deque<String> last = new ArrayDeque<>();

    private Child(String name, String product, int nodeId, Process process, Path log, Terminal terminal) {
        this.name = name;
        this.product = product;
        this.nodeId = nodeId;
        this.process = process;
        this.log = log;
        this.reader = new Thread(() -> read(terminal), "output of " + name);
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts the process. The log of the start before is kept beside the new one, ending in {@code .1}.
     *
     * @param command program and arguments
     */
    static Child start(String name, String product, int nodeId, List<String> command, Path logs, Terminal terminal)
            throws IOException {
        Files.createDirectories(logs);
        Path log = logs.resolve(name + ".log");
        if (Files.exists(log)) {
            Files.move(log, logs.resolve(name + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        return new Child(name, product, nodeId, process, log, terminal);
    }

    String name() {
        return name;
    }

    String product() {
        return product;
    }

    int nodeId() {
        return nodeId;
    }

    Path log() {
        return log;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Of a process that ended; its output has been read to the end. */
    int exitCode() throws InterruptedException {
        reader.join(TimeUnit.SECONDS.toMillis(5));
        return process.exitValue();
    }

    /** What it printed last. */
    List<String> lastLines() {
        synchronized (last) {
            return List.copyOf(last);
        }
    }

    /** Asks it to end, as SIGTERM does. Not by {@link Process#destroy()}, which would also close the pipe of its last words. */
    void ask() {
        process.toHandle().destroy();
    }

    /**
     * Waits for its end and kills it when it takes longer.
     *
     * @return whether it ended by itself
     */
    boolean end(Duration patience) throws InterruptedException {
        boolean byItself = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (!byItself) {
            process.destroyForcibly().waitFor();
        }
        reader.join(TimeUnit.SECONDS.toMillis(5));
        return byItself;
    }

    private void read(Terminal terminal) {
        try (BufferedReader in =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                BufferedWriter out = Files.newBufferedWriter(log)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith(Console.PROGRESS)) {
                    terminal.progress(label() + line.substring(Console.PROGRESS.length()));
                    continue;
                }
                boolean said = line.startsWith(Console.SAY);
                String text = said ? line.substring(Console.SAY.length()) : line;
                if (said) {
                    terminal.say(label() + text);
                }
                keep(text);
                out.write(text);
                out.newLine();
                if (!in.ready()) {
                    out.flush();
                }
            }
        } catch (IOException e) {
            terminal.say(label() + "its log " + log + " cannot be written: " + e.getMessage());
        }
    }

    private String label() {
        return String.format("%-12s", name);
    }

    private void keep(String line) {
        synchronized (last) {
            last.addLast(line);
            if (last.size() > LAST_LINES) {
                last.removeFirst();
            }
        }
    }
}
