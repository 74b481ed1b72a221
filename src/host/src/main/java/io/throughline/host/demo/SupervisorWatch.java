package io.throughline.host.demo;

/** Ends a node when its supervisor is gone, killed without a chance to stop it, so that no port stays taken. */
public final class SupervisorWatch {

    private SupervisorWatch() {}

    /** Does nothing in a node that was started by hand. Call it once, from the node's main method. */
    public static void endWithSupervisor() {
        if (Boolean.getBoolean(Console.SUPERVISED)) {
            ProcessHandle.current()
                    .parent()
                    .ifPresent(supervisor -> supervisor.onExit().thenRun(() -> System.exit(1)));
        }
    }
}
