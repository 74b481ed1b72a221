package io.throughline.app.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A wire between a node and its database that can be cut and mended: either nothing comes through any more and nobody is
 * told, as when packets are lost, or every connection is broken and none is made.
 */
final class Wire implements AutoCloseable {
    enum Cut {
        SILENT,
        BROKEN
    }

    private final ServerSocket here;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Object mended = new Object();
    private volatile Cut cut;

    Wire(int target) throws IOException {
        this.target = target;
        here = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        thread(this::accept);
    }

    int port() {
        return here.getLocalPort();
    }

    void cut(Cut how) throws IOException {
        cut = how;
        if (how == Cut.BROKEN) {
            for (Socket each : open) {
                each.close();
            }
        }
    }

    void mend() {
        synchronized (mended) {
            cut = null;
            mended.notifyAll();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket near = here.accept();
                if (cut == Cut.BROKEN) {
                    near.close();
                    continue;
                }
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                open.add(near);
                open.add(far);
                thread(() -> carry(near, far));
                thread(() -> carry(far, near));
            }
        } catch (IOException closed) {
            // the end of the test
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] some = new byte[1 << 14];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(some); count >= 0; count = in.read(some)) {
                awaitWhole();
                out.write(some, 0, count);
            }
        } catch (IOException | InterruptedException ended) {
            // one end or the wire
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void awaitWhole() throws InterruptedException {
        synchronized (mended) {
            while (cut == Cut.SILENT) {
                mended.wait();
            }
        }
    }

    private static void thread(Runnable task) {
        Thread thread = new Thread(task, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        here.close();
        for (Socket each : open) {
            each.close();
        }
    }
}
