package io.throughline.host.launch;

import io.throughline.host.demo.Supervisor;
import java.time.Clock;
import java.util.List;

/** What {@code ./demo} runs: supervises one JVM per product and node. */
public final class Demo {

    private Demo() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (List.of(arguments).contains("--help")) {
            System.out.println(Options.USAGE);
            return;
        }
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
            return;
        }
        System.exit(Supervisor.ofThisProcess(options, Clock.systemDefaultZone()).run());
    }
}
