package io.throughline.host.demo;

import io.throughline.host.launch.Options;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Starts the nodes of a demo, says when they can be used, and ends them together. One that dies after it could be used is started
 * again, and the others go on meanwhile; one that dies before it can be used ends them all.
 */
public final class Supervisor {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(150);

    private final Options options;
    private final Path home;
    private final Launcher launcher;
    private final Terminal terminal;
    private final Clock clock;
    private final List<Child> children = new ArrayList<>();
    /** Those that were started again and cannot be used yet; the supervising thread's own. */
    private final List<Child> returning = new ArrayList<>();

    private boolean stopping;

    /** @param home a folder that all demos of this person have in common */
    Supervisor(Options options, Path home, Launcher launcher, Terminal terminal, Clock clock) {
        this.options = options;
        this.home = home;
        this.launcher = launcher;
        this.terminal = terminal;
        this.clock = clock;
    }

    /** The supervisor of this process, which also ends its nodes on SIGINT and SIGTERM. */
    public static Supervisor ofThisProcess(Options options, Clock clock) {
        Path home = Path.of(System.getProperty("user.home"), ".throughline-demo");
        Supervisor supervisor =
                new Supervisor(options, home, new JvmLauncher(options), Terminal.ofThisProcess(), clock);
        Runtime.getRuntime().addShutdownHook(new Thread(supervisor::stop, "stop the nodes"));
        return supervisor;
    }

    /** Knows how to start a node. */
    interface Launcher {
        /** The command line. */
        List<String> command(String product, int nodeId);

        /** The command line for a node that could be used before: what fills it was done. */
        List<String> again(String product, int nodeId);

        /** The node ended by itself after it was asked to. */
        default void ended(String product, int nodeId) throws IOException {}
    }

    /**
     * Runs until the process is told to end or a node cannot be started.
     *
     * @return the exit code for the process: 0 after a stop that was asked for, else 1
     */
    public int run() throws InterruptedException {
        long begin = System.nanoTime();
        // the nodes end before the folder is free for another demo
        try (DataFolder folder =
                        DataFolder.claim(options.data().toAbsolutePath().normalize(), products(), home);
                Nodes nodes = this::stop) {
            refuseImpossible();
            boolean fresh = folder.isNew();
            if (folder.isHalfSeeded()) {
                terminal.say("The first start on " + options.data() + " was not finished, so its sample is incomplete."
                        + " Delete the folder to begin anew.");
            }
            if (fresh) {
                folder.seeding();
            }
            terminal.say("Starting " + (runs("jira") ? "Jira" : "")
                    + (options.only().isEmpty() ? " and " : "") + (runs("confluence") ? "Confluence" : "") + " ...");
            startAll(folder);
            if (fresh) {
                playSeeds();
                folder.ready();
            }
            summary(System.nanoTime() - begin, folder);
            return watch(folder);
        } catch (Stopped stopped) {
            return stopped.code;
        } catch (IOException | Seed.SeedFailed | IllegalArgumentException problem) {
            terminal.say("Cannot start: " + problem.getMessage());
            return 1;
        }
    }

    /** What is stopped at the end, however that comes. */
    @FunctionalInterface
    private interface Nodes extends AutoCloseable {
        @Override
        void close();
    }

    /** A node cannot be started, or we were told to end, while something else was going on. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int code;

        Stopped(int code) {
            super(null, null, false, false);
            this.code = code;
        }
    }

    private void refuseImpossible() throws IOException {
        if (options.nodes() > 1 && options.db().isEmpty()) {
            throw new IllegalArgumentException(
                    "--nodes " + options.nodes() + " needs --db: H2 files belong to one node");
        }
        for (String product : products()) {
            for (int id = 1; id <= nodes(product); id++) {
                int port = port(product, id);
                try (ServerSocket probe = new ServerSocket()) {
                    probe.setReuseAddress(true);
                    probe.bind(new InetSocketAddress((InetAddress) null, port));
                } catch (IOException taken) {
                    throw new IOException(
                            "port " + port + " is taken; give another with --" + product + "-port", taken);
                }
            }
        }
    }

    /** Confluence starts beside the first Jira node; the others follow when the first has made the schema. */
    private void startAll(DataFolder folder) throws IOException, InterruptedException {
        for (String product : products()) {
            start(product, 1, folder);
        }
        for (int id = 2; id <= nodes("jira"); id++) {
            await("jira", id - 1);
            start("jira", id, folder);
        }
        for (String product : products()) {
            await(product, nodes(product));
        }
    }

    private void start(String product, int id, DataFolder folder) throws IOException {
        start(product, id, launcher.command(product, id), folder);
    }

    private Child start(String product, int id, List<String> command, DataFolder folder) throws IOException {
        String name = nodes(product) == 1 ? product : product + "-" + id;
        synchronized (children) {
            if (stopping) {
                throw new Stopped(0);
            }
            Child child = Child.start(name, product, id, command, folder.logs(), terminal);
            children.add(child);
            return child;
        }
    }

    private void await(String product, int id) throws InterruptedException {
        StatusProbe probe = new StatusProbe(url(product, id));
        while (!probe.isRunning()) {
            failIfOneDied();
            Thread.sleep(POLL.toMillis());
        }
    }

    private void playSeeds() throws IOException, InterruptedException, Seed.SeedFailed {
        Map<String, URI> running = new TreeMap<>();
        products().forEach(product -> running.put(product, url(product, 1)));
        for (Path file : options.empty() ? List.<Path>of() : options.seeds()) {
            new Seed(running, LocalDate.now(clock)).play(file);
        }
    }

    private int watch(DataFolder folder) throws InterruptedException, IOException {
        while (true) {
            Optional<Child> dead = dead();
            if (dead.isPresent()) {
                startAgain(dead.get(), folder);
            }
            for (Child child : List.copyOf(returning)) {
                if (new StatusProbe(url(child.product(), child.nodeId())).isRunning()) {
                    returning.remove(child);
                    terminal.say(child.name() + " is back.");
                }
            }
            Thread.sleep(POLL.toMillis());
        }
    }

    private void startAgain(Child dead, DataFolder folder) throws InterruptedException, IOException {
        tell(dead);
        if (returning.contains(dead)) {
            throw new Stopped(1);
        }
        terminal.say("Starting it again ...");
        synchronized (children) {
            children.remove(dead);
        }
        List<String> command = launcher.again(dead.product(), dead.nodeId());
        returning.add(start(dead.product(), dead.nodeId(), command, folder));
    }

    private void failIfOneDied() throws InterruptedException {
        Optional<Child> dead = dead();
        if (dead.isPresent()) {
            tell(dead.get());
            throw new Stopped(1);
        }
    }

    /** One that ended without being asked to. */
    private Optional<Child> dead() {
        synchronized (children) {
            if (stopping) {
                throw new Stopped(0);
            }
            return children.stream().filter(child -> !child.isAlive()).findFirst();
        }
    }

    private void tell(Child dead) throws InterruptedException {
        int code = dead.exitCode();
        terminal.say("");
        terminal.say(dead.name() + " ended by itself (" + explained(code) + "). Its last lines:");
        dead.lastLines().forEach(line -> terminal.say("  | " + line));
        terminal.say("The whole log: " + dead.log());
    }

    private static String explained(int code) {
        return code > 128 && code < 160 ? "killed by signal " + (code - 128) : "exit code " + code;
    }

    /** Ends every node, politely first. Safe to call twice, from any thread. */
    synchronized void stop() {
        List<Child> alive;
        synchronized (children) {
            stopping = true;
            alive = children.stream().filter(Child::isAlive).toList();
        }
        if (!alive.isEmpty()) {
            terminal.say("Stopping ...");
        }
        alive.forEach(Child::ask);
        try {
            for (Child child : alive) {
                if (child.end(PATIENCE)) {
                    launcher.ended(child.product(), child.nodeId());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            terminal.say("The next start will be slower: " + e.getMessage());
        }
    }

    private void summary(long nanos, DataFolder folder) {
        terminal.say(String.format(Locale.ROOT, "%nReady after %.1f s.%n", nanos / 1e9));
        for (String product : products()) {
            for (int id = 1; id <= nodes(product); id++) {
                String name = product.equals("jira") ? "Jira" : "Confluence";
                terminal.say(String.format("  %-12s%s", id == 1 ? name : "", url(product, id)));
            }
        }
        terminal.say("""

                  Log in as (the password is the name):
                    admin     administrator
                    pmo       edits the strategy
                    exec      reads the strategy
                    dev       works in the projects, reads the strategy
                    outsider  has no right to the strategy
                """);
        terminal.say("  Data in " + folder.logs().getParent() + ", logs in its folder logs. Stop with Ctrl-C.");
    }

    private List<String> products() {
        return options.only().map(List::of).orElse(List.of("jira", "confluence"));
    }

    private boolean runs(String product) {
        return products().contains(product);
    }

    private int nodes(String product) {
        return product.equals("jira") && runs("jira") ? options.nodes() : 1;
    }

    private int port(String product, int id) {
        return (product.equals("jira") ? options.jiraPort() : options.confluencePort()) + id - 1;
    }

    private URI url(String product, int id) {
        return URI.create("http://localhost:" + port(product, id) + "/" + product);
    }
}
