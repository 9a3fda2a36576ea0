package org.waymark.casework.stream;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Unpacks what is packed by gzip, and stops where it grows beyond all that lines of JSON do. */
public final class GzipLines extends InputStream {

    /** Lines of assessments that hardly differ shrink to a hundredth; what gzip can do at the utmost is a thousandth. */
    private static final long MOST_TIMES = 300;

    /** Before so much has come out nothing is compared: a short text of one letter is no attack. */
    private static final long FREE_BYTES = 16L * 1024 * 1024;

    private final Counted packed;
    private final InputStream unpacked;
    private long out;

    /** @throws IOException where it is not gzip; the message says so for whoever sends it */
    public GzipLines(InputStream in) throws IOException {
        this.packed = new Counted(in);
        this.unpacked = new Late(packed);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int most) throws IOException {
        int read = unpacked.read(bytes, from, most);
        out += Math.max(0, read);
        if (out > FREE_BYTES && out > packed.count * MOST_TIMES) {
            throw new IOException("it unpacks to more than " + MOST_TIMES + " times its size; send it unpacked");
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        unpacked.close();
    }

    /** Reads the head of the packed stream only when its first line is asked for. */
    private static final class Late extends InputStream {

        private final InputStream in;
        private @Nullable InputStream gzip;

        Late(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            throw new IOException("it is read by blocks");
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            try {
                InputStream open = gzip == null ? new GZIPInputStream(in, 64 * 1024) : gzip;
                gzip = open;
                return open.read(bytes, from, most);
            } catch (ZipException | EOFException broken) {
                throw new IOException("what is packed by gzip is broken or breaks off", broken);
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private static final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            int read = super.read(bytes, from, most);
            count += Math.max(0, read);
            return read;
        }
    }
}
