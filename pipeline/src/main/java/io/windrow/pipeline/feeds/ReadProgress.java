package io.windrow.pipeline.feeds;

/** How much of the files has been read. Written by the thread that reads, for any other thread to look at. */
public final class ReadProgress {

    private volatile long bytesRead;
    private volatile long bytesTotal;

    /** Creates progress that has not begun. */
    public ReadProgress() {
    }

    /**
     * Bytes consumed so far, of the files as they are on the disk: compressed, if they are.
     *
     * @return the bytes.
     */
    public long bytesRead() {
        return bytesRead;
    }

    /**
     * Bytes that there are to read, all passes together; 0 before the reading begins.
     *
     * @return the bytes.
     */
    public long bytesTotal() {
        return bytesTotal;
    }

    void begin(long total) {
        bytesRead = 0;
        bytesTotal = total;
    }

    /** One writer, so that the read and the write need not be one step. */
    @SuppressWarnings("NonAtomicOperationOnVolatileField")
    void add(long bytes) {
        bytesRead = bytesRead + bytes;
    }
}
