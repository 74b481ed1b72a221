package io.throughline.host.planted;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Finds a port for a server that a test starts a moment later. */
public final class FreePort {
    private FreePort() {}

    /** From below the ports that connections are given: other tests run beside, and theirs could be given this one meanwhile. */
    public static int find() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(15_000, 32_000);
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // another one
            }
        }
    }
}
