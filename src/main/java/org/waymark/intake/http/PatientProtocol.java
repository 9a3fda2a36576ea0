package org.waymark.intake.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Hangs up on whoever does not get to the end of their headers, or of the first words of TLS. The server's own time-out
 * starts again with each byte, so that a thousand connections at a byte now and then would keep everybody else out.
 */
public final class PatientProtocol extends Http11NioProtocol {

    private static final long LOOK_EVERY_MILLIS = 500;

    /** Only the one thread that looks uses it. */
    private Map<SocketWrapperBase<NioChannel>, Waiting> waiting = new HashMap<>();

    private long patienceNanos = Duration.ofSeconds(20).toNanos();

    /** @param unfinished what is not finished: the reader of the headers, or the channel in its first words */
    private record Waiting(Object unfinished, long sinceNanos) {}

    /** Waits so long for the end of the headers; to be said before the start. */
    void waitForHeaders(Duration atMost) {
        patienceNanos = atMost.toNanos();
    }

    @Override
    public void start() throws Exception {
        super.start();
        getUtilityExecutor()
                .scheduleWithFixedDelay(this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        long now = System.nanoTime();
        Map<SocketWrapperBase<NioChannel>, Waiting> still = new HashMap<>();
        for (SocketWrapperBase<NioChannel> connection : getEndpoint().getConnections()) {
            Object unfinished = unfinished(connection);
            if (unfinished != null) {
                Waiting before = waiting.get(connection);
                Waiting since =
                        before != null && before.unfinished() == unfinished ? before : new Waiting(unfinished, now);
                still.put(connection, since);
            }
        }
        still.forEach((connection, since) -> {
            if (now - since.sinceNanos() > patienceNanos) {
                connection.close();
            }
        });
        waiting = still;
    }

    /** Between two reads a connection keeps its reader only while a request has begun and is not yet all there. */
    private static @Nullable Object unfinished(SocketWrapperBase<NioChannel> connection) {
        if (connection.getCurrentProcessor() instanceof Processor reader) {
            return reader.isAsync() || reader.isUpgrade() ? null : reader;
        }
        NioChannel channel = connection.getSocket();
        return channel == null || channel.isHandshakeComplete() ? null : channel;
    }
}
