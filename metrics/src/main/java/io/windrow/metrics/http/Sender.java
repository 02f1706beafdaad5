package io.windrow.metrics.http;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Writes answers through one direct buffer, so that the runtime makes none of the size of an answer. What a socket does not take waits
 * in an array of its connection. Used by the server's thread only.
 */
final class Sender {

    private static final int BUFFER_BYTES = 16 * 1024;
    private static final byte[] NOTHING = new byte[0];

    private final ByteBuffer direct = ByteBuffer.allocateDirect(BUFFER_BYTES);

    /** Begins an answer; the head is far smaller than the buffer. */
    void send(Connection connection, ByteText head, ByteText body) throws IOException {
        direct.clear();
        if (head != null) {
            direct.put(head.bytes(), 0, head.length());
        }
        byte[] bytes = body == null ? NOTHING : body.bytes();
        int length = body == null ? 0 : body.length();
        int sent = write(connection, bytes, 0, length);
        if (direct.hasRemaining() || sent < length) {
            byte[] rest = new byte[direct.remaining() + length - sent];
            int inBuffer = direct.remaining();
            direct.get(rest, 0, inBuffer);
            System.arraycopy(bytes, sent, rest, inBuffer, length - sent);
            connection.keep(rest);
        }
    }

    /** Goes on with an answer that waits. */
    void resume(Connection connection) throws IOException {
        direct.clear();
        byte[] out = connection.out();
        int from = connection.outFrom();
        int taken = write(connection, out, from, out.length) - direct.remaining() - from;
        connection.sent(taken);
        if (from + taken == out.length) {
            connection.allSent();
        }
    }

    /** Writes what the buffer holds and then the bytes; returns how far they came into the buffer, which keeps what did not go. */
    private int write(Connection connection, byte[] bytes, int from, int to) throws IOException {
        int at = from;
        do {
            int count = Math.min(direct.remaining(), to - at);
            direct.put(bytes, at, count);
            at += count;
            direct.flip();
            connection.channel.write(direct);
            if (direct.hasRemaining()) {
                return at;
            }
            if (at < to) {
                direct.clear();
            }
        } while (at < to);
        return at;
    }
}
