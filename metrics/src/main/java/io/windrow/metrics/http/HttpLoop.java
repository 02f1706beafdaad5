package io.windrow.metrics.http;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;

/**
 * The one thread of a server: accepts, reads, answers, writes, and ends what takes too long. It sleeps while nobody is connected, and an
 * error of one connection ends that one only.
 */
final class HttpLoop implements Runnable, Consumer<SelectionKey> {

    private static final long SWEEP_MILLIS = 250;
    private static final long SWEEP_NANOS = SWEEP_MILLIS * 1_000_000L;
    /** Bounds what the kernel keeps for a client that does not read. */
    private static final int SEND_BUFFER_BYTES = 64 * 1024;

    private final Selector selector;
    private final SelectionKey acceptor;
    private final ServerSocketChannel server;
    private final Connections connections;
    private final Exchange exchange;
    private final Routes routes;
    private final long requestNanos;
    private long nextSweepNanos;
    private volatile boolean stopping;
    private volatile boolean publishing;
    private volatile long refused;

    HttpLoop(Selector selector, ServerSocketChannel server, ServerLimits limits, Routes routes, StreamPage stream) throws IOException {
        this.selector = selector;
        this.server = server;
        this.routes = routes;
        requestNanos = limits.requestNanos;
        connections = new Connections(limits.connections, limits.subscribers);
        exchange = new Exchange(limits, routes, connections, stream);
        acceptor = server.register(selector, SelectionKey.OP_ACCEPT);
    }

    Connections connections() {
        return connections;
    }

    Exchange exchange() {
        return exchange;
    }

    Routes routes() {
        return routes;
    }

    long refused() {
        return refused;
    }

    /** Has the stream's next event sent. Returns at once; called by any thread. */
    void publish() {
        if (connections.anySubscribed()) {
            publishing = true;
            selector.wakeup();
        }
    }

    void stop() {
        stopping = true;
        selector.wakeup();
    }

    @Override
    public void run() {
        try {
            nextSweepNanos = System.nanoTime() + SWEEP_NANOS;
            while (!stopping) {
                turn();
            }
        } catch (IOException | RuntimeException | Error e) {
            routes.failed(e);
        } finally {
            end();
        }
    }

    private void turn() throws IOException {
        boolean alone = connections.count() == 0 && acceptor.interestOps() != 0;
        selector.select(this, alone ? 0 : SWEEP_MILLIS);
        // An interrupt would close every channel that is touched.
        Thread.interrupted();
        long now = System.nanoTime();
        if (publishing) {
            publishing = false;
            exchange.publish(now);
        }
        if (now - nextSweepNanos >= 0) {
            connections.closeExpired(now);
            acceptor.interestOps(SelectionKey.OP_ACCEPT);
            nextSweepNanos = now + SWEEP_NANOS;
        }
    }

    /** One key that is ready. */
    @Override
    public void accept(SelectionKey key) {
        Connection connection = (Connection) key.attachment();
        if (connection == null) {
            acceptAll();
            return;
        }
        try {
            if (key.isValid()) {
                exchange.ready(connection, key.isWritable(), System.nanoTime());
            }
        } catch (IOException e) {
            connections.close(connection);
        } catch (RuntimeException | Error e) {
            routes.failed(e);
            connections.close(connection);
        }
    }

    /**
     * Takes all that have connected. A client that is gone again is passed over; but where there is no descriptor left for a connection,
     * asking again at once would only keep a core busy: that waits for the next sweep.
     */
    private void acceptAll() {
        int failures = 0;
        while (failures < 2) {
            try {
                SocketChannel channel = server.accept();
                if (channel == null) {
                    return;
                }
                take(channel);
                failures = 0;
            } catch (IOException e) {
                refused++;
                failures++;
            }
        }
        acceptor.interestOps(0);
    }

    private void take(SocketChannel channel) throws IOException {
        boolean taken = false;
        try {
            taken = connections.makeRoom() && add(channel);
        } catch (IOException e) {
            // It was reset before it was looked at: nobody to tell.
            taken = false;
        }
        if (!taken) {
            refused++;
            channel.close();
        }
    }

    private boolean add(SocketChannel channel) throws IOException {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER_BYTES);
        SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
        Connection connection = new Connection(channel, key);
        connection.deadline(System.nanoTime() + requestNanos);
        key.attach(connection);
        connections.add(connection);
        return true;
    }

    private void end() {
        connections.closeAll();
        try {
            server.close();
            selector.close();
        } catch (IOException e) {
            routes.failed(e);
        }
    }
}
