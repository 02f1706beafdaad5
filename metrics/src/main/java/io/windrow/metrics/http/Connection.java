package io.windrow.metrics.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/** One client: what it has sent and was not read yet, and what it has not taken of its answer. Used by the server's thread only. */
final class Connection {

    private static final int FIRST_BYTES = 1024;

    final SocketChannel channel;
    private final SelectionKey key;
    private byte[] in = new byte[FIRST_BYTES];
    private ByteBuffer inView = ByteBuffer.wrap(in);
    private int inFrom;
    private byte[] out;
    private int outFrom;
    private boolean streaming;
    private boolean ending;
    private boolean drained;
    private long deadlineNanos;

    Connection(SocketChannel channel, SelectionKey key) {
        this.channel = channel;
        this.key = key;
    }

    // ---- what came

    /** Takes what the socket has, makes room up to a limit; -1 if the client is gone. */
    int receive(int limitBytes) throws IOException {
        compact();
        if (!inView.hasRemaining() && in.length < limitBytes) {
            in = Arrays.copyOf(in, Math.min(limitBytes, 2 * in.length));
            int filled = inView.position();
            inView = ByteBuffer.wrap(in);
            inView.position(filled);
        }
        return channel.read(inView);
    }

    byte[] in() {
        return in;
    }

    int inFrom() {
        return inFrom;
    }

    int inTo() {
        return inView.position();
    }

    boolean hasInput() {
        return inFrom < inView.position();
    }

    /** Whether the room for a request's head is used up. */
    boolean isFull(int limitBytes) {
        return inView.position() - inFrom >= limitBytes;
    }

    void consume(int bytes) {
        inFrom += bytes;
    }

    void discardInput() {
        inFrom = 0;
        inView.clear();
    }

    private void compact() {
        if (inFrom > 0) {
            inView.flip().position(inFrom);
            inView.compact();
            inFrom = 0;
        }
    }

    // ---- what is to go

    boolean hasOutput() {
        return out != null;
    }

    int outBytes() {
        return out == null ? 0 : out.length;
    }

    byte[] out() {
        return out;
    }

    int outFrom() {
        return outFrom;
    }

    void keep(byte[] rest) {
        out = rest;
        outFrom = 0;
        key.interestOps(SelectionKey.OP_WRITE);
    }

    void sent(int bytes) {
        outFrom += bytes;
    }

    void allSent() {
        out = null;
        key.interestOps(SelectionKey.OP_READ);
    }

    // ---- its life

    boolean isStreaming() {
        return streaming;
    }

    void stream() {
        streaming = true;
    }

    /** After the answer that is being sent there is none. */
    void endAfterOutput() {
        ending = true;
    }

    boolean isEnding() {
        return ending;
    }

    /** Ends our side and waits for the client's end, so that it gets the last answer and not a reset. */
    boolean drain() throws IOException {
        boolean first = !drained;
        if (first) {
            drained = true;
            channel.shutdownOutput();
        }
        return first;
    }

    /** A connection that may be closed for a newer one: it waits for nothing. */
    boolean isIdle() {
        return !streaming && out == null && (ending || !hasInput());
    }

    long deadlineNanos() {
        return deadlineNanos;
    }

    void deadline(long nanos) {
        deadlineNanos = nanos;
    }

    void close() {
        key.cancel();
        out = null;
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing of it is used any more.
            ending = true;
        }
    }
}
