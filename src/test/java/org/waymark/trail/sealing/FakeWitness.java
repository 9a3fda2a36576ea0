package org.waymark.trail.sealing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.waymark.trail.log.Checkpoint;
import org.waymark.trail.log.CompactTree;
import org.waymark.trail.log.Cosignature;
import org.waymark.trail.log.LogKey;
import org.waymark.trail.log.Proofs;
import org.waymark.trail.log.SignedNote.Check;
import org.waymark.trail.log.Verifier;
import org.waymark.trail.log.WitnessRequest;

/** A partner agency, as C2SP tlog-witness has one: it signs what continues what it saw, and nothing else. */
final class FakeWitness implements AutoCloseable {

    private final LogKey key = LogKey.generate("partner", new SecureRandom());
    private final HttpServer server;
    private final Verifier log;
    private final Faults faults;
    private Checkpoint seen = new Checkpoint("nothing", 0, CompactTree.EMPTY.root());

    FakeWitness(Verifier log, Faults faults) throws IOException {
        this.log = log;
        this.faults = faults;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/add-checkpoint", this::answer);
        server.start();
    }

    Witness witness() {
        return Witness.parse("http://127.0.0.1:" + server.getAddress().getPort() + " "
                + key.cosigner().text());
    }

    Verifier verifier() {
        return key.cosigner();
    }

    synchronized Checkpoint seen() {
        return seen;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            faults.reach("send to a witness");
            WitnessRequest request =
                    WitnessRequest.parse(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            String answer = "";
            int status = judge(request);
            if (status == 409) {
                answer = seen.size() + "\n";
            } else if (status == 200) {
                seen = request.checkpoint();
                answer = Cosignature.sign(key, seen, 1_800_000_000).signature().line();
            }
            faults.reach("answer of a witness");
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private int judge(WitnessRequest request) {
        Checkpoint next = request.checkpoint();
        if (request.note().check(log) != Check.VERIFIED) {
            return 403;
        }
        if (request.oldSize() != seen.size()) {
            return 409;
        }
        boolean continues = seen.size() == 0
                || Proofs.verifyConsistency(seen.size(), next.size(), seen.root(), next.root(), request.proof());
        return continues ? 200 : 422;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
