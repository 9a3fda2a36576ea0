package org.waymark.intake.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A line to a server that can be cut and mended. */
public final class CutLine {

    private final int target;
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "cut-line");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean cut;

    public CutLine(int target) throws IOException {
        this.target = target;
        threads.execute(this::accept);
    }

    public String uri() {
        return "mongodb://127.0.0.1:" + door.getLocalPort();
    }

    public void cut() {
        cut = true;
        open.forEach(CutLine::hangUp);
    }

    public void mend() {
        cut = false;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                if (cut) {
                    hangUp(client);
                } else {
                    Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                    threads.execute(() -> pass(client, server));
                    threads.execute(() -> pass(server, client));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("the line lost its door", e);
        }
    }

    private void pass(Socket from, Socket to) {
        open.add(from);
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One end hung up, and with it the other.
        } finally {
            open.remove(from);
        }
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone, which is what was wanted.
        }
    }
}
