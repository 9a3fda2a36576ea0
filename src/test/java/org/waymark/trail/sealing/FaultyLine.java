package org.waymark.trail.sealing;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;

/** A line to a MongoDB server on which each command, and each answer, is a step that may go wrong. */
final class FaultyLine implements AutoCloseable {

    private static final int HEADER = 16;
    private static final int OP_MSG = 2013;
    private static final int BODY = HEADER + 5;

    /** What a driver says of its own accord, in no order that could be told again. */
    private static final Set<String> TALK = Set.of("ping", "hello", "isMaster", "ismaster", "buildInfo", "endSessions");

    private final int target;
    private final Faults faults;
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "faulty-line");
        thread.setDaemon(true);
        return thread;
    });

    FaultyLine(int target, Faults faults) throws IOException {
        this.target = target;
        this.faults = faults;
        threads.execute(this::accept);
    }

    String uri() {
        return "mongodb://127.0.0.1:" + door.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                threads.execute(() -> serve(client));
            }
        } catch (IOException e) {
            // The door was closed: the test is over.
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            DataInputStream asked = new DataInputStream(client.getInputStream());
            DataInputStream answered = new DataInputStream(server.getInputStream());
            while (true) {
                byte[] question = message(asked);
                Optional<String> command = command(question);
                if (command.isPresent()) {
                    faults.reach(command.get());
                }
                send(server, question);
                byte[] answer = message(answered);
                if (command.isPresent()) {
                    faults.reach("answer to " + command.get());
                }
                send(client, answer);
            }
        } catch (IOException e) {
            // Either end hung up, or the line was made to fail; the other end learns it from the closed socket.
        }
    }

    private static void send(Socket to, byte[] message) throws IOException {
        OutputStream out = to.getOutputStream();
        out.write(message);
        out.flush();
    }

    private static byte[] message(DataInputStream in) throws IOException {
        byte[] length = in.readNBytes(Integer.BYTES);
        if (length.length < Integer.BYTES) {
            throw new IOException("hung up");
        }
        int size = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt();
        byte[] message = Arrays.copyOf(length, size);
        in.readFully(message, Integer.BYTES, size - Integer.BYTES);
        return message;
    }

    private static Optional<String> command(byte[] message) {
        ByteBuffer buffer = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        if (buffer.getInt(12) != OP_MSG) {
            return Optional.empty();
        }
        int size = buffer.getInt(BODY);
        BsonDocument document = new RawBsonDocument(Arrays.copyOfRange(message, BODY, BODY + size));
        String command = document.getFirstKey();
        if (TALK.contains(command)) {
            return Optional.empty();
        }
        String collection =
                document.get(command).isString() ? document.getString(command).getValue() : "";
        return Optional.of(command + " " + collection);
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }
}
