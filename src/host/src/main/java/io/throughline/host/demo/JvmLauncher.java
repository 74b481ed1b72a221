package io.throughline.host.demo;

import io.throughline.host.launch.Options;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a node as a JVM like this one: same Java, same class path, its own heap. */
final class JvmLauncher implements Supervisor.Launcher {

    private static final String NODE_MAIN = "io.throughline.host.launch.ProductMain";
    private static final long MIB = 1024 * 1024;

    private final Options options;

    JvmLauncher(Options options) {
        this.options = options;
    }

    @Override
    public List<String> command(String product, int nodeId) {
        return command(product, nodeId, options);
    }

    @Override
    public List<String> again(String product, int nodeId) {
        return command(product, nodeId, options.filled());
    }

    private List<String> command(String product, int nodeId, Options asked) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heapMiB(product) + "m");
        command.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8"));
        command.add("-D" + Console.SUPERVISED + "=true");
        // off in the real products; a host for trying things out takes uploads, signed ones only
        command.add("-Dupm.plugin.upload.enabled=true");
        command.addAll(nodeId == 1 ? archive(product).flags() : List.of());
        for (String name : System.getProperties().stringPropertyNames()) {
            if (name.matches("(throughline|atlassian|com\\.atlassian|upm)\\..*")) {
                command.add("-D" + name + "=" + System.getProperty(name));
            }
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), NODE_MAIN));
        command.addAll(asked.forNode(product, nodeId));
        return List.copyOf(command);
    }

    @Override
    public void ended(String product, int nodeId) throws IOException {
        if (nodeId == 1) {
            archive(product).keep();
        }
    }

    private ClassArchive archive(String product) {
        return new ClassArchive(
                options.data().toAbsolutePath().normalize(), product, System.getProperty("java.class.path"));
    }

    /** A quarter of the memory for all Jira nodes, a sixteenth for Confluence, within limits that suit a laptop. */
    private long heapMiB(String product) {
        long total = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getTotalMemorySize()
                / MIB;
        return product.equals("jira")
                ? Math.max(768, Math.min(6144, total / 4 / options.nodes()))
                : Math.max(512, Math.min(1024, total / 16));
    }
}
