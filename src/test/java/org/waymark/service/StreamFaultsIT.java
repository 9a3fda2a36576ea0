package org.waymark.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import org.waymark.trail.log.LogKey;

/**
 * Whatever dies, fills up or comes twice: of all assessments that a case system pushed each is recorded once and each is
 * out at least once, what cannot be recorded is rejected, and the trail verifies.
 */
class StreamFaultsIT {

    private static final int ROUNDS = Integer.getInteger("waymark.streamFaultRounds", 2);
    private static final int CONTACTS_EACH = 3;
    private static final int BLOCK = 50;

    /** So little that the first few commits do not fit. */
    private static final int HARDLY_ANY_ROOM = 128;

    /** Stays there after the tests, with what every process said. */
    private static final Path FOLDER = Path.of("target/stream-faults").toAbsolutePath();

    private static StreamAtWork stream;
    private static final AtomicInteger NEXT = new AtomicInteger();
    private final Random random = new Random(20170901);

    @BeforeAll
    static void start() throws Exception {
        FileSystemUtils.deleteRecursively(FOLDER);
        stream = StreamAtWork.start(FOLDER);
    }

    /** Whatever happened: the whole log is as it was signed. */
    @AfterAll
    static void verify() throws Exception {
        if (stream == null) {
            return;
        }
        try (StreamAtWork whole = stream) {
            Path export = whole.exported();
            String key = LogKey.parse(Files.readString(whole.logKey()).strip())
                    .verifier()
                    .text();
            Path said = FOLDER.resolve("verified.txt");
            int exit = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-jar",
                            System.getProperty("waymark.jar"),
                            "trail",
                            "verify",
                            export.toString(),
                            "--key",
                            key)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start()
                    .waitFor();
            assertThat(exit).as(Files.readString(said)).isZero();
            System.out.println("the whole log: " + Files.readAllLines(said).get(0));
        }
    }

    private static Case next() {
        int number = NEXT.incrementAndGet();
        return new Case("S-" + number, "P-" + number / CONTACTS_EACH);
    }

    /** What is done to the stream while assessments are pushed. */
    interface Fault {
        void happens(int round) throws Exception;
    }

    private void underLoad(String name, Fault fault) throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            try (Pushing load = new Pushing(stream.sent, StreamFaultsIT::next)) {
                stream.awaitDecisions(20);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(1_000));
                fault.happens(round);
            }
            stream.settled();
        }
        stream.tell(name, ROUNDS);
    }

    @Test
    void nothingIsLostOrDoubledWhenTheServiceIsKilled() throws Exception {
        underLoad("kill -9 of the service", round -> {
            stream.killNode(1);
            stream.startNode(1);
        });
    }

    @Test
    void nothingIsLostOrDoubledWhenTheBrokerIsKilled() throws Exception {
        underLoad("kill -9 of the broker", round -> {
            stream.broker.kill();
            stream.broker.restart();
        });
    }

    @Test
    void nothingIsLostOrDoubledWhenTheStoreIsStoppedOrKilled() throws Exception {
        underLoad("the store stopped, and killed", round -> {
            stream.store.stop();
            stream.awaitTrouble(1);
            stream.store.restart();
            stream.awaitDecisions(20);
            stream.store.kill();
            stream.awaitTrouble(1);
            stream.store.restart();
        });
    }

    @Test
    void nothingIsLostOrDoubledWhenOneOfTwoNodesIsKilled() throws Exception {
        stream.startNode(2);
        underLoad("one of two nodes killed", round -> {
            // Now the one that holds the leases, now the other.
            int killed = 1 + round % 2;
            stream.killNode(killed);
            stream.awaitDecisions(20);
            stream.startNode(killed);
        });
        stream.stopNode(2);
    }

    @Test
    void nothingIsLostOrDoubledWhenTheDiskIsFull() throws Exception {
        underLoad("a full disk", round -> {
            stream.store.stop();
            stream.store.restartWithRoomFor(HARDLY_ANY_ROOM);
            assertThat(stream.store.awaitEnd()).isEqualTo(1);
            assertThat(stream.store.said()).contains("cannot be written any more");
            stream.awaitTrouble(1);
            stream.store.restart();
        });
    }

    @Test
    void whatCannotBeRecordedIsRejectedAndHoldsUpNothing() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            for (int number = 0; number < BLOCK - Poison.values().length; number++) {
                stream.sent.send(next());
            }
            for (Poison poison : Poison.values()) {
                Case one = next();
                if (poison == Poison.CONFLICT) {
                    stream.sent.send(one);
                }
                stream.sent.sendPoison(one.key(), poison.of(one));
            }
            stream.settled();
        }
        Tally tally = stream.tell("a poison message of every kind in every 50", ROUNDS);
        assertThat(tally.poison()).isEqualTo(ROUNDS * Poison.values().length);
    }

    @Test
    void whatComesTwiceOrInAnyOrderIsRecordedOnce() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            List<Case> contacts = contactsOverAYear();
            Collections.shuffle(contacts, random);
            contacts.forEach(stream.sent::send);
            Collections.shuffle(contacts, random);
            // Again, and by a way on which another worker or node can have them at the same time.
            contacts.forEach(one -> stream.sent.sendAstray(one, random.nextInt(4)));
            contacts.forEach(stream.sent::send);
            stream.settled();
        }
        Tally tally = stream.tell("duplicates out of order", ROUNDS);
        assertThat(tally.delivered()).isEqualTo(3 * tally.sent());
    }

    private static List<Case> contactsOverAYear() {
        List<Case> contacts = new ArrayList<>();
        for (int person = 0; person < 10; person++) {
            String reference = "Y-" + NEXT.incrementAndGet();
            for (int month = 3; month <= 12; month++) {
                String at = "2025-%02d-11T10:30:00Z".formatted(month);
                contacts.add(new Case("S-" + NEXT.incrementAndGet(), reference, at));
            }
        }
        return contacts;
    }
}
