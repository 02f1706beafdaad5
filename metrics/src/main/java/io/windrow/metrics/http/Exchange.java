package io.windrow.metrics.http;

import java.io.IOException;

/** Requests in, answers out, for all connections in turn. Used by the server's thread only. */
final class Exchange {

    private static final long DRAIN_NANOS = 1_000_000_000L;

    private final ServerLimits limits;
    private final Routes routes;
    private final Connections connections;
    private final StreamPage stream;
    private final Request request = new Request();
    private final Answer answer = new Answer(ServerLimits.KEPT_BYTES, ServerLimits.ANSWER_BYTES);
    private final Sender sender = new Sender();
    private volatile long requests;

    Exchange(ServerLimits limits, Routes routes, Connections connections, StreamPage stream) {
        this.limits = limits;
        this.routes = routes;
        this.connections = connections;
        this.stream = stream;
    }

    long requests() {
        return requests;
    }

    /** A connection can be read, or takes more of its answer. */
    void ready(Connection connection, boolean writable, long nowNanos) throws IOException {
        if (writable) {
            sender.resume(connection);
            if (!connection.hasOutput() && !connection.isStreaming()) {
                serve(connection, nowNanos);
            }
        } else if (!receive(connection, nowNanos)) {
            connections.close(connection);
        }
    }

    /** False if the client is gone. What comes after the last request is of no interest. */
    private boolean receive(Connection connection, long nowNanos) throws IOException {
        boolean over = connection.isStreaming() || connection.isEnding();
        if (over) {
            connection.discardInput();
        }
        boolean waited = !connection.hasInput();
        int count = connection.receive(ServerLimits.REQUEST_BYTES);
        if (count < 0 || over) {
            return count >= 0;
        }
        if (waited) {
            connection.deadline(nowNanos + limits.requestNanos);
        }
        serve(connection, nowNanos);
        return true;
    }

    /** Answers what has come whole, one after the other, as long as the client takes the answers. */
    private void serve(Connection connection, long nowNanos) throws IOException {
        boolean served = false;
        while (!connection.hasOutput() && !connection.isEnding() && !connection.isStreaming()) {
            int length = request.read(connection.in(), connection.inFrom(), connection.inTo());
            if (length == 0 && !connection.isFull(ServerLimits.REQUEST_BYTES)) {
                break;
            }
            connection.consume(length);
            if (length == 0) {
                tooLarge(connection);
            } else {
                answer(connection);
            }
            served = true;
        }
        schedule(connection, served, nowNanos);
    }

    private void tooLarge(Connection connection) throws IOException {
        requests++;
        answer.error(Status.HEADERS_TOO_LARGE, "the head of a request must fit: bytes>" + ServerLimits.REQUEST_BYTES);
        send(connection, true, false);
    }

    private void answer(Connection connection) throws IOException {
        requests++;
        routes.answer(request, answer);
        // Before the first event is out, so that whoever has read it misses none that follows.
        if (answer.isStream() && !request.isHead()) {
            connections.subscribe(connection);
        }
        send(connection, request.isLast() || answer.isStream(), request.problem() == null && request.isHead());
    }

    private void send(Connection connection, boolean last, boolean headOnly) throws IOException {
        boolean streams = answer.isStream() && !headOnly;
        if (last && !streams) {
            connection.endAfterOutput();
        }
        sender.send(connection, answer.head(last), headOnly ? null : answer.body());
        requireRoom(connection);
    }

    /** Clients that ask and do not read must not fill the heap of the engine, however many they are. */
    private void requireRoom(Connection connection) throws IOException {
        if (connection.hasOutput() && connections.waitingBytes() > ServerLimits.ANSWER_BYTES) {
            throw new IOException("too much waits to be read");
        }
    }

    private void schedule(Connection connection, boolean served, long nowNanos) throws IOException {
        if (connection.hasOutput()) {
            connection.deadline(nowNanos + limits.answerNanos);
        } else if (connection.isEnding()) {
            if (connection.drain()) {
                connection.deadline(nowNanos + DRAIN_NANOS);
            }
        } else if (!connection.hasInput()) {
            connection.deadline(nowNanos + limits.idleNanos);
        } else if (served) {
            connection.deadline(nowNanos + limits.requestNanos);
        }
    }

    /** Sends an event to all that have taken the one before; made once for all. From the end, because closing moves what follows. */
    void publish(long nowNanos) {
        if (connections.subscriberCount() == 0 || !event()) {
            return;
        }
        for (int i = connections.subscriberCount() - 1; i >= 0; i--) {
            Connection subscriber = connections.subscriber(i);
            if (!subscriber.hasOutput()) {
                send(subscriber, nowNanos);
            }
        }
    }

    private boolean event() {
        try {
            answer.clear();
            stream.event(answer);
            return true;
        } catch (RuntimeException | Error e) {
            routes.failed(e);
            return false;
        }
    }

    private void send(Connection subscriber, long nowNanos) {
        try {
            sender.send(subscriber, null, answer.body());
            subscriber.deadline(nowNanos + limits.answerNanos);
            requireRoom(subscriber);
        } catch (IOException e) {
            connections.drop(subscriber);
        }
    }
}
