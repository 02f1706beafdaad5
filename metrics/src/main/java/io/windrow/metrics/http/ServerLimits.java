package io.windrow.metrics.http;

/** What a client may cost. */
final class ServerLimits {

    /** A browser's head of a request has about 1 KB. */
    static final int REQUEST_BYTES = 8 * 1024;
    /** What the buffer of the answers falls back to; a scrape of the example engine has some 60 KB. */
    static final int KEPT_BYTES = 64 * 1024;
    /** The largest answer, and the most that all clients together may leave waiting. */
    static final int ANSWER_BYTES = 2 * 1024 * 1024;

    final int connections;
    final int subscribers;
    final long requestNanos;
    final long idleNanos;
    final long answerNanos;

    ServerLimits(int connections, int subscribers, long requestNanos, long idleNanos, long answerNanos) {
        this.connections = connections;
        this.subscribers = subscribers;
        this.requestNanos = requestNanos;
        this.idleNanos = idleNanos;
        this.answerNanos = answerNanos;
    }
}
