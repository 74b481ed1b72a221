package io.throughline.host.launch;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The command line of {@code ./demo} and of the node it starts. One set of options for both, so that the supervisor hands them on
 * and adds {@code --product} and {@code --node-id}.
 *
 * @param data the data folder; a product's home is {@code data/<product>}
 * @param db JDBC URL for Jira's nodes, empty for H2 files under {@code data}
 * @param product which product this JVM is; empty in the supervisor
 * @param nodeId 1 for the first node; a node's port is the product's port plus {@code nodeId - 1}
 */
public record Options(
        int jiraPort,
        int confluencePort,
        Path data,
        Optional<String> db,
        List<Path> imports,
        int synthetic,
        boolean empty,
        int nodes,
        Optional<String> only,
        Optional<URI> jiraUrl,
        List<Path> plugins,
        List<Path> trust,
        List<Path> seeds,
        Optional<String> product,
        int nodeId) {

    public static final String USAGE = """
            --jira-port N          port of the (first) Jira node, default 2990
            --confluence-port N    port of Confluence, default 1990
            --data DIR             where everything is kept, default ./data
            --db JDBC_URL          one database for the Jira nodes instead of H2 files
            --import FILE...       Jira exports: REST search JSON, one issue per line, gzip
            --synthetic ISSUES     a seeded made-up world of that size
            --empty                no sample company (new data folder only)
            --nodes N              that many Jira nodes on consecutive ports (needs --db)
            --only jira|confluence one product alone
            --jira-url URL         where Jira is, for --only confluence (a demo of the same user)
            --plugin JAR...        plugins to install; FILE.jar.sig lies beside each
            --trust PEM...         certificates of those whose JARs are accepted
            --seed FILE...         requests played once into a new data folder
            """;

    public static final Options DEFAULTS = new Options(
            2990,
            1990,
            Path.of("data"),
            Optional.empty(),
            List.of(),
            0,
            false,
            1,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            1);

    public Options {
        imports = List.copyOf(imports);
        plugins = List.copyOf(plugins);
        trust = List.copyOf(trust);
        seeds = List.copyOf(seeds);
    }

    /** @throws IllegalArgumentException naming the option that is unknown or wrong */
    public static Options parse(List<String> arguments) {
        return new Reader(arguments).read();
    }

    public static Options parse(String... arguments) {
        return parse(List.of(arguments));
    }

    /** The same without what fills a new folder: for a node that comes back to a filled one. */
    public Options filled() {
        return new Options(
                jiraPort,
                confluencePort,
                data,
                db,
                List.of(),
                0,
                empty,
                nodes,
                only,
                jiraUrl,
                plugins,
                trust,
                List.of(),
                product,
                nodeId);
    }

    /** The port this node listens on. */
    public int port(String productId) {
        return (productId.equals("confluence") ? confluencePort : jiraPort) + nodeId - 1;
    }

    /** The same options as the command line of one node's JVM. */
    public List<String> forNode(String productId, int id) {
        List<String> line = new ArrayList<>(List.of(
                "--product", productId, "--node-id", "" + id, "--jira-port", "" + jiraPort, "--confluence-port"));
        line.addAll(List.of("" + confluencePort, "--data", data.toString(), "--nodes", "" + nodes));
        db.ifPresent(url -> line.addAll(List.of("--db", url)));
        jiraUrl.ifPresent(url -> line.addAll(List.of("--jira-url", url.toString())));
        only.ifPresent(which -> line.addAll(List.of("--only", which)));
        if (synthetic > 0) {
            line.addAll(List.of("--synthetic", "" + synthetic));
        }
        if (empty) {
            line.add("--empty");
        }
        addFiles(line, "--import", imports);
        addFiles(line, "--plugin", plugins);
        addFiles(line, "--trust", trust);
        addFiles(line, "--seed", seeds);
        return List.copyOf(line);
    }

    private static void addFiles(List<String> line, String option, List<Path> files) {
        if (!files.isEmpty()) {
            line.add(option);
            files.forEach(file -> line.add(file.toString()));
        }
    }

    /** Reads word by word; an option that takes several values ends at the next one that starts with two dashes. */
    private static final class Reader {
        private final List<String> words;
        private final Options so = DEFAULTS;
        private final List<Path> imports = new ArrayList<>();
        private final List<Path> plugins = new ArrayList<>();
        private final List<Path> trust = new ArrayList<>();
        private final List<Path> seeds = new ArrayList<>();
        private int at;

        Reader(List<String> words) {
            this.words = words;
        }

        Options read() {
            int jiraPort = so.jiraPort;
            int confluencePort = so.confluencePort;
            Path data = so.data;
            Optional<String> db = so.db;
            int synthetic = 0;
            boolean empty = false;
            int nodes = 1;
            Optional<String> only = so.only;
            Optional<URI> jiraUrl = so.jiraUrl;
            Optional<String> product = so.product;
            int nodeId = 1;
            while (at < words.size()) {
                String option = words.get(at++);
                switch (option) {
                    case "--jira-port" -> jiraPort = number(option, 1, 65535);
                    case "--confluence-port" -> confluencePort = number(option, 1, 65535);
                    case "--data" -> data = Path.of(value(option));
                    case "--db" -> db = Optional.of(value(option));
                    case "--import" -> files(option, imports);
                    case "--synthetic" -> synthetic = number(option, 0, 100_000_000);
                    case "--empty" -> empty = true;
                    case "--nodes" -> nodes = number(option, 1, 16);
                    case "--only" -> only = Optional.of(productName(option));
                    case "--jira-url" -> jiraUrl = Optional.of(URI.create(value(option)));
                    case "--plugin" -> files(option, plugins);
                    case "--trust" -> files(option, trust);
                    case "--seed" -> files(option, seeds);
                    case "--product" -> product = Optional.of(value(option));
                    case "--node-id" -> nodeId = number(option, 1, 16);
                    default -> throw new IllegalArgumentException("unknown option " + option + "\n" + USAGE);
                }
            }
            return new Options(
                    jiraPort,
                    confluencePort,
                    data,
                    db,
                    imports,
                    synthetic,
                    empty,
                    nodes,
                    only,
                    jiraUrl,
                    plugins,
                    trust,
                    seeds,
                    product,
                    nodeId);
        }

        private String value(String option) {
            if (at >= words.size() || words.get(at).startsWith("--")) {
                throw new IllegalArgumentException(option + " needs a value\n" + USAGE);
            }
            return words.get(at++);
        }

        private int number(String option, int low, int high) {
            String text = value(option);
            try {
                int number = Integer.parseInt(text);
                if (number >= low && number <= high) {
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                // falls through to the one message
            }
            throw new IllegalArgumentException(
                    option + " takes a number from " + low + " to " + high + ", not " + text);
        }

        private String productName(String option) {
            String name = value(option);
            if (!name.equals("jira") && !name.equals("confluence")) {
                throw new IllegalArgumentException(option + " takes jira or confluence, not " + name);
            }
            return name;
        }

        private void files(String option, List<Path> into) {
            into.add(Path.of(value(option)));
            Iterator<String> rest = words.subList(at, words.size()).iterator();
            while (rest.hasNext()) {
                String next = rest.next();
                if (next.startsWith("--")) {
                    return;
                }
                into.add(Path.of(next));
                at++;
            }
        }
    }
}
