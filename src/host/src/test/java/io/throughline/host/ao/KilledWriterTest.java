package io.throughline.host.ao;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.activeobjects.external.ActiveObjects;
import io.throughline.host.ao.Rows.Boat;
import io.throughline.host.ao.Rows.Harbour;
import io.throughline.host.db.NodeDatabase;
import io.throughline.host.db.TestPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.java.ao.DBParam;
import net.java.ao.RawEntity;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that writes is killed without warning: what it had acknowledged is there, and nothing half. */
@Tag("slow")
class KilledWriterTest {
    private static final List<Class<? extends RawEntity<?>>> ENTITIES = List.of(Boat.class, Harbour.class);
    private static final int KILLS = 3;

    @TempDir
    private Path home;

    @Test
    void nothingAcknowledgedIsLostOnH2() throws Exception {
        writeAndKill("h2:" + home);
    }

    @Test
    void nothingAcknowledgedIsLostOnPostgres() throws Exception {
        writeAndKill(TestPostgres.newDatabase());
    }

    private static void writeAndKill(String where) throws Exception {
        Random chance = new Random(7);
        int acknowledged = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged += killAfter(50 + chance.nextInt(150), where);
            try (NodeDatabase database = database(where)) {
                ActiveObjects ao = AoModule.open("killed", ENTITIES, List.of(), database);
                Set<String> boats =
                        Arrays.stream(ao.find(Boat.class)).map(Boat::getName).collect(Collectors.toSet());
                Set<String> harbours = Arrays.stream(ao.find(Harbour.class))
                        .map(Harbour::getName)
                        .collect(Collectors.toSet());
                assertThat(boats).as("both halves of each transaction").isEqualTo(harbours);
                // The one in flight may have been committed and not yet acknowledged.
                assertThat(boats.size()).isBetween(acknowledged, acknowledged + 1);
                acknowledged = boats.size();
            }
        }
    }

    /** @return how many transactions the process had acknowledged when it was killed */
    private static int killAfter(int writes, String where) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        where)
                .redirectErrorStream(true)
                .start();
        int acknowledged = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("written") && ++acknowledged == writes) {
                    // By its handle: Process.destroyForcibly would close the stream with acknowledgements still in it.
                    writer.toHandle().destroyForcibly();
                }
            }
        }
        writer.waitFor();
        return acknowledged;
    }

    private static NodeDatabase database(String where) {
        return where.startsWith("h2:") ? NodeDatabase.inFiles(Path.of(where.substring(3))) : NodeDatabase.at(where);
    }

    /** Writes two rows per transaction until it is killed, and says so after each commit. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) {
            NodeDatabase database = database(arguments[0]);
            ActiveObjects ao = AoModule.open("killed", ENTITIES, List.of(), database);
            for (int number = ao.count(Boat.class); ; number++) {
                String name = "n" + number;
                ao.executeInTransaction(() -> {
                    ao.create(Boat.class, new DBParam("NAME", name));
                    ao.create(Harbour.class, Map.of("NAME", name));
                    return null;
                });
                System.out.println("written");
            }
        }
    }
}
