package org.waymark.trail.proof;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.waymark.trail.proof.Claim.Kind;

/**
 * What lines say of other lines, to be put side by side when all are read. However many there are, few are held: the
 * others wait, sorted, in files of their own that are gone afterwards. They hold names and hashes, no content.
 */
final class Claims implements AutoCloseable {

    private static final int HELD = 200_000;
    private static final Comparator<Claim> ORDER =
            Comparator.comparing(Claim::about).thenComparing(Claim::kind).thenComparingLong(Claim::line);

    private final int most;
    private final List<Path> files = new ArrayList<>();
    private List<Claim> held = new ArrayList<>();

    Claims() {
        this(HELD);
    }

    /** @param most how many to hold in memory */
    Claims(int most) {
        this.most = most;
    }

    void add(Claim claim) throws IOException {
        held.add(claim);
        if (held.size() >= most) {
            spill();
        }
    }

    private void spill() throws IOException {
        held.sort(ORDER);
        Path file = Files.createTempFile("waymark-verify", ".tmp");
        files.add(file);
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (Claim claim : held) {
                write(claim, out);
            }
        }
        held = new ArrayList<>();
    }

    /** All claims about one thing together, and so on; among them first who makes it, then who needs it. */
    void forEachGroup(Consumer<List<Claim>> group) throws IOException {
        held.sort(ORDER);
        PriorityQueue<Run> runs = new PriorityQueue<>(Comparator.comparing(Run::head, ORDER));
        List<Run> all = new ArrayList<>(List.of(new Run(held)));
        try {
            for (Path file : files) {
                all.add(new Run(file));
            }
            all.stream().filter(Run::there).forEach(runs::add);
            List<Claim> together = new ArrayList<>();
            while (!runs.isEmpty()) {
                Run run = runs.remove();
                if (!together.isEmpty()
                        && !together.get(0).about().equals(run.head().about())) {
                    group.accept(together);
                    together = new ArrayList<>();
                }
                together.add(run.head());
                if (run.advance()) {
                    runs.add(run);
                }
            }
            if (!together.isEmpty()) {
                group.accept(together);
            }
        } finally {
            for (Run run : all) {
                run.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    private static void write(Claim claim, DataOutputStream out) throws IOException {
        out.writeUTF(claim.about());
        out.writeByte(claim.kind().ordinal());
        out.writeLong(claim.line());
        out.writeUTF(claim.entry());
        out.writeUTF(claim.hash());
    }

    private static Claim read(DataInputStream in) throws IOException {
        return new Claim(in.readUTF(), Kind.values()[in.readByte()], in.readLong(), in.readUTF(), in.readUTF());
    }

    /** Sorted claims, of memory or of a file. */
    private static final class Run {

        private final List<Claim> held;
        private final DataInputStream in;
        private int next;
        private Claim head = Claim.NONE;

        Run(List<Claim> held) throws IOException {
            this.held = held;
            this.in = new DataInputStream(DataInputStream.nullInputStream());
            advance();
        }

        Run(Path file) throws IOException {
            this.held = List.of();
            this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
            advance();
        }

        boolean there() {
            return !head.equals(Claim.NONE);
        }

        Claim head() {
            return head;
        }

        boolean advance() throws IOException {
            head = next < held.size() ? held.get(next++) : fromFile();
            return there();
        }

        private Claim fromFile() throws IOException {
            try {
                return read(in);
            } catch (EOFException e) {
                return Claim.NONE;
            }
        }

        void close() throws IOException {
            in.close();
        }
    }
}
