package io.windrow.pipeline.sinks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that is written from a place on. What could not be written is written to the same place the next time, so that an error leaves
 * neither gap nor repetition. An interrupt, which closes Java's channels, costs nothing but opening it again, and is kept for afterwards.
 */
class SignalFile {

    private final Path path;
    private FileChannel channel;
    private long position;

    SignalFile(Path path, FileChannel channel, long position) {
        this.path = path;
        this.channel = channel;
        this.position = position;
    }

    Path path() {
        return path;
    }

    /** Writes what the buffer holds; of what it has written the buffer's position tells, also when it throws. */
    void write(ByteBuffer bytes) throws IOException {
        boolean interrupted = false;
        try {
            while (bytes.hasRemaining()) {
                interrupted |= Thread.interrupted();
                writePart(bytes);
            }
        } finally {
            keep(interrupted);
        }
    }

    private void writePart(ByteBuffer bytes) throws IOException {
        int before = bytes.position();
        try {
            position += writeAt(bytes, position);
        } catch (ClosedByInterruptException e) {
            // It may have written all the same: the next write is to the same place.
            bytes.position(before);
            reopen();
        }
    }

    /** Has the system bring what was written to the disk. */
    void force() throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            channel.force(false);
        } catch (ClosedByInterruptException e) {
            reopen();
            interrupted = Thread.interrupted();
            channel.force(false);
        }
        keep(interrupted);
    }

    int writeAt(ByteBuffer bytes, long at) throws IOException {
        return channel.write(bytes, at);
    }

    void close() throws IOException {
        channel.close();
    }

    private void reopen() throws IOException {
        boolean interrupted = Thread.interrupted();
        channel = FileChannel.open(path, StandardOpenOption.WRITE);
        keep(interrupted);
    }

    private static void keep(boolean interrupted) {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
