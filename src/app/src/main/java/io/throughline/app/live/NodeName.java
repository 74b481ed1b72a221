package io.throughline.app.live;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The name under which people find this process: process id and machine. */
final class NodeName {
    static final String HERE = ProcessHandle.current().pid() + "@" + machine();

    private NodeName() {}

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
