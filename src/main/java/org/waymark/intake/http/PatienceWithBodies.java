package org.waymark.intake.http;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Lets nobody keep a thread by sending a body a byte at a time. The server's own time-out starts again with each byte,
 * and holds for what is left of a body that was refused too, from whoever sent it.
 */
final class PatienceWithBodies extends ValveBase {

    /** So long it is read on from somebody whom we do not know, that they may read why they are refused. */
    private static final Duration FOR_STRANGERS = Duration.ofSeconds(2);

    /** The same, in bytes, from anybody. */
    private static final long MOST_READ_ON = 16L * 1024 * 1024;

    private static final int NOBODY_WE_KNOW = 401;
    private static final int TOO_MANY = 429;

    private final long patienceNanos;

    PatienceWithBodies(Duration patience) {
        super(true);
        this.patienceNanos = patience.toNanos();
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request raw = request.getCoyoteRequest();
        InputBuffer body = raw.getInputBuffer();
        long end = System.nanoTime() + patienceNanos;
        raw.setInputBuffer(new InTime(raw, body, end));
        try {
            getNext().invoke(request, response);
        } finally {
            raw.setInputBuffer(body);
        }
        if (!request.isAsync() && !isRead(raw)) {
            readOn(raw, response, end);
        }
    }

    /** The answer goes out first; what still comes is read for a while, as hanging up at once could take it back. */
    private static void readOn(org.apache.coyote.Request raw, Response response, long end) throws IOException {
        response.finishResponse();
        boolean stranger = response.getStatus() == NOBODY_WE_KNOW || response.getStatus() == TOO_MANY;
        long until = stranger ? Math.min(end, System.nanoTime() + FOR_STRANGERS.toNanos()) : end;
        Dropped dropped = new Dropped();
        boolean more = true;
        while (more && System.nanoTime() < until && dropped.bytes < MOST_READ_ON) {
            more = readSome(raw, dropped);
        }
        if (!isRead(raw)) {
            raw.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    private static boolean readSome(org.apache.coyote.Request raw, Dropped dropped) {
        try {
            return raw.getInputBuffer().doRead(dropped) >= 0;
        } catch (IOException brokenOff) {
            // Whoever sent it stopped, or sent nonsense: there is nothing more to read, and the answer is out.
            return false;
        }
    }

    private static boolean isRead(org.apache.coyote.Request raw) {
        AtomicBoolean read = new AtomicBoolean();
        raw.action(ActionCode.REQUEST_BODY_FULLY_READ, read);
        return read.get();
    }

    /** A body up to the time when it must have come. */
    private record InTime(org.apache.coyote.Request raw, InputBuffer body, long end) implements InputBuffer {

        @Override
        public int doRead(ApplicationBufferHandler into) throws IOException {
            if (System.nanoTime() > end) {
                raw.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
                throw new IOException("the body came too slowly");
            }
            return body.doRead(into);
        }

        @Override
        public int available() {
            return body.available();
        }
    }

    /** Takes what is read, and forgets it. */
    private static final class Dropped implements ApplicationBufferHandler {

        private ByteBuffer last = ByteBuffer.allocate(0);
        private long bytes;

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            last = buffer;
            bytes += buffer.remaining();
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return last;
        }

        @Override
        public void expand(int size) {
            // It is given whole buffers and asks for none.
        }
    }
}
