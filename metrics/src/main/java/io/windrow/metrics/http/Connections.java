package io.windrow.metrics.http;

/**
 * The clients that are connected, at most a fixed number, and among them those that take the stream, in the order in which they came.
 * Used by the server's thread only.
 */
final class Connections {

    private final Connection[] open;
    private final Connection[] subscribers;
    private int openCount;
    private int subscriberCount;
    private volatile long droppedSubscribers;
    private volatile boolean subscribed;

    Connections(int maximum, int maximumSubscribers) {
        open = new Connection[maximum];
        subscribers = new Connection[maximumSubscribers];
    }

    int count() {
        return openCount;
    }

    int subscriberCount() {
        return subscriberCount;
    }

    Connection subscriber(int index) {
        return subscribers[index];
    }

    long droppedSubscribers() {
        return droppedSubscribers;
    }

    /** Whether anybody takes the stream; may be asked by any thread. */
    boolean anySubscribed() {
        return subscribed;
    }

    /** Makes room for one more by closing whoever has been idle for longest; false if all are at work. */
    boolean makeRoom() {
        if (openCount < open.length) {
            return true;
        }
        Connection victim = null;
        for (int i = 0; i < openCount; i++) {
            if (open[i].isIdle() && (victim == null || open[i].deadlineNanos() - victim.deadlineNanos() < 0)) {
                victim = open[i];
            }
        }
        if (victim != null) {
            close(victim);
        }
        return victim != null;
    }

    void add(Connection connection) {
        open[openCount++] = connection;
    }

    /** The oldest gives way when there are too many. */
    void subscribe(Connection connection) {
        if (subscriberCount == subscribers.length) {
            drop(subscribers[0]);
        }
        subscribers[subscriberCount++] = connection;
        connection.stream();
        subscribed = true;
    }

    /** Closes a subscriber for our reasons, not its own. */
    void drop(Connection connection) {
        if (connection.isStreaming()) {
            droppedSubscribers++;
        }
        close(connection);
    }

    void close(Connection connection) {
        connection.close();
        openCount = remove(open, openCount, connection);
        if (connection.isStreaming()) {
            subscriberCount = remove(subscribers, subscriberCount, connection);
            subscribed = subscriberCount > 0;
        }
    }

    /** Closes those whose time is over. From the end, because closing moves what follows. */
    void closeExpired(long nowNanos) {
        for (int i = openCount - 1; i >= 0; i--) {
            Connection connection = open[i];
            boolean waitsForUs = connection.isStreaming() && !connection.hasOutput();
            if (!waitsForUs && nowNanos - connection.deadlineNanos() >= 0) {
                drop(connection);
            }
        }
    }

    void closeAll() {
        while (openCount > 0) {
            close(open[openCount - 1]);
        }
    }

    /** Bytes of answers that clients have not taken yet. */
    long waitingBytes() {
        long bytes = 0;
        for (int i = 0; i < openCount; i++) {
            bytes += open[i].outBytes();
        }
        return bytes;
    }

    private static int remove(Connection[] from, int count, Connection connection) {
        for (int i = 0; i < count; i++) {
            if (from[i] == connection) {
                System.arraycopy(from, i + 1, from, i, count - i - 1);
                from[count - 1] = null;
                return count - 1;
            }
        }
        return count;
    }
}
