package io.windrow.pipeline.sinks;

import io.windrow.buffers.InstrumentRegistry;
import io.windrow.pipeline.sinks.FileSink.IfThere;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;

/** The settings of a {@link FileSink}. Not thread-safe. */
public final class FileSinkBuilder {

    private static final int DEFAULT_BUFFER_BYTES = 64 << 10;
    private static final Duration DEFAULT_EVERY = Duration.ofMillis(100);
    private static final byte[] HEADER = SignalCsv.HEADER.getBytes(StandardCharsets.US_ASCII);

    final InstrumentRegistry registry;
    int bufferBytes = DEFAULT_BUFFER_BYTES;
    long everyNanos = DEFAULT_EVERY.toNanos();
    boolean forced;
    private final Path path;
    private IfThere ifThere = IfThere.REFUSE;

    FileSinkBuilder(Path path, InstrumentRegistry registry) {
        this.path = Objects.requireNonNull(path, "path");
        this.registry = Objects.requireNonNull(registry, "registry");
    }

    /**
     * What becomes of a file that is there already. Default: {@link IfThere#REFUSE}.
     *
     * @param choice what.
     * @return this.
     */
    public FileSinkBuilder ifThere(IfThere choice) {
        ifThere = Objects.requireNonNull(choice, "choice");
        return this;
    }

    /**
     * After how long lines are written though signals come without a pause. Default: 100 ms.
     *
     * @param time 0 or more; 0 writes each line at once.
     * @return this.
     * @throws IllegalArgumentException if it is negative.
     */
    public FileSinkBuilder writeEvery(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("writeEvery must not be negative: writeEvery=" + time);
        }
        everyNanos = time.toNanos();
        return this;
    }

    /**
     * Has the system bring every write to the disk before it counts as done, so that signals outlive a failure of the machine and not only
     * of the process. It takes as long as the disk does, often milliseconds.
     *
     * @return this.
     */
    public FileSinkBuilder forced() {
        forced = true;
        return this;
    }

    /**
     * How many bytes of lines are gathered at most. Default: 65,536, outside the budget of {@code OffHeapMemory}. It is never below the
     * longest line.
     *
     * @param bytes positive.
     * @return this.
     * @throws IllegalArgumentException if it is not positive.
     */
    public FileSinkBuilder bufferBytes(int bytes) {
        if (bytes <= 0) {
            throw new IllegalArgumentException("bufferBytes must be positive: bufferBytes=" + bytes);
        }
        bufferBytes = bytes;
        return this;
    }

    /**
     * Opens the file and writes the names of the columns, unless they are there.
     *
     * @return the sink.
     * @throws java.nio.file.FileAlreadyExistsException if the file is there and was to be refused.
     * @throws IOException              if it cannot be opened or written.
     * @throws IllegalArgumentException if lines are to be added to a file that does not begin with the same names; it is not touched.
     */
    public FileSink open() throws IOException {
        FileChannel channel = openChannel();
        try {
            SignalFile file = new SignalFile(path, channel, channel.size());
            file.write(beginning(channel));
            return new FileSink(file, this);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private FileChannel openChannel() throws IOException {
        return switch (ifThere) {
            case REFUSE -> FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
            case APPEND -> FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.READ);
            case REPLACE -> FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING);
        };
    }

    /** What has to come before the first line. */
    private ByteBuffer beginning(FileChannel channel) throws IOException {
        long size = channel.size();
        if (size == 0) {
            return ByteBuffer.wrap(HEADER);
        }
        ByteBuffer head = ByteBuffer.allocate(HEADER.length);
        channel.read(head, 0);
        if (!head.flip().equals(ByteBuffer.wrap(HEADER))) {
            throw new IllegalArgumentException("a file to append to must begin with " + SignalCsv.HEADER.strip() + ": file=" + path);
        }
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.read(last, size - 1);
        // A process that was killed may have left half a line: the next begins on a line of its own.
        return last.get(0) == '\n' ? ByteBuffer.allocate(0) : ByteBuffer.wrap(new byte[] {'\n'});
    }
}
