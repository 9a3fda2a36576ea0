package org.waymark.trail.sealing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.h2.store.fs.disk.FilePathDisk;

/** The disk under the embedded store's file, on which each write and each fsync is a step that may go wrong. */
public final class FaultyDisk extends FilePathWrapper {

    static final String SCHEME = "faulty";

    private static volatile Faults faults = new Faults(Faults.Mode.NONE, "");

    /** H2 makes one for each path, by reflection. */
    public FaultyDisk() {}

    /** Lets files be opened through it, by its scheme; one run at a time. */
    static void install(Faults under) {
        faults = under;
        FilePath.register(new FaultyDisk());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FilePathWrapper getPath(String path) {
        String plain = path.startsWith(SCHEME + ":") ? path.substring(SCHEME.length() + 1) : path;
        return wrap(new FilePathDisk().getPath(plain));
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(super.open(mode));
    }

    private static final class Channel extends FileChannel {

        private final FileChannel disk;

        Channel(FileChannel disk) {
            this.disk = disk;
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            faults.reach("write to the store's file");
            return disk.write(bytes, position);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            faults.reach("fsync of the store's file");
            disk.force(metaData);
            faults.reach("return of the fsync of the store's file");
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            disk.truncate(size);
            return this;
        }

        @Override
        public int read(ByteBuffer bytes, long position) throws IOException {
            return disk.read(bytes, position);
        }

        @Override
        public int read(ByteBuffer bytes) throws IOException {
            return disk.read(bytes);
        }

        @Override
        public long read(ByteBuffer[] bytes, int offset, int length) throws IOException {
            return disk.read(bytes, offset, length);
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            faults.reach("write to the store's file");
            return disk.write(bytes);
        }

        @Override
        public long write(ByteBuffer[] bytes, int offset, int length) throws IOException {
            return disk.write(bytes, offset, length);
        }

        @Override
        public long position() throws IOException {
            return disk.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            disk.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return disk.size();
        }

        @Override
        public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
            return disk.transferTo(position, count, target);
        }

        @Override
        public long transferFrom(ReadableByteChannel source, long position, long count) throws IOException {
            return disk.transferFrom(source, position, count);
        }

        @Override
        public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
            return disk.map(mode, position, size);
        }

        @Override
        public FileLock lock(long position, long size, boolean shared) throws IOException {
            return disk.lock(position, size, shared);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return disk.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            disk.close();
        }
    }
}
