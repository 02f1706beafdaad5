package io.windrow.metrics.http;

import io.windrow.metrics.EngineMetrics;
import io.windrow.metrics.Sample;
import io.windrow.metrics.SampleListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.UnresolvedAddressException;

/**
 * Serves what {@link EngineMetrics} knows: the live page at {@code /}, JSON at {@code /api/system/metrics/current}, {@code history} and
 * {@code stream}, {@code /health}, and texts such as the scrape at {@code /metrics}.
 *
 * <p>One daemon thread does all of it, sleeps while nobody is connected, and ends slow and silent clients; the engine's threads and the
 * sampler do nothing for it but wake it once a sample while somebody takes the stream. Methods are for any thread. A server starts once.
 */
public final class MetricsServer implements SampleListener, AutoCloseable {

    private static final String API = "/api/system/metrics/";
    private static final int BACKLOG = 256;
    private static final long CLOSING_MILLIS = 5_000;

    private final EngineMetrics metrics;
    private final MetricsServerBuilder plan;
    private final CurrentPage current;
    private volatile HttpLoop loop;
    private Thread thread;
    private int port;
    private boolean closed;

    MetricsServer(MetricsServerBuilder builder) {
        plan = builder;
        metrics = builder.metrics;
        current = new CurrentPage(metrics, builder.version, builder.cleanHours);
    }

    /**
     * A server on 127.0.0.1:8000, until told otherwise.
     *
     * @param metrics what it serves; belongs to the caller, who closes the server first.
     * @return the builder.
     */
    public static MetricsServerBuilder builder(EngineMetrics metrics) {
        return new MetricsServerBuilder(metrics);
    }

    /**
     * Takes the port and begins to answer.
     *
     * @return this.
     * @throws UncheckedIOException  if the host is not known or the port is taken; nothing is held then, and it may be tried again.
     * @throws IllegalStateException if it was started before, or closed.
     */
    public synchronized MetricsServer start() {
        if (closed || loop != null) {
            throw new IllegalStateException("a server starts once: host=" + plan.host + ", port=" + plan.port);
        }
        try {
            open();
        } catch (IOException e) {
            throw new UncheckedIOException("port must be free: port=" + plan.port + " (" + e.getMessage() + ")", e);
        }
        thread = new Thread(null, loop, "windrow-http");
        thread.setDaemon(true);
        thread.start();
        metrics.add(this);
        return this;
    }

    private void open() throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        Selector selector = null;
        try {
            InetSocketAddress address = address();
            // On Linux this only lets a restarted engine have the port that its old connections still hold; it never shares a port.
            server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            server.bind(address, BACKLOG);
            server.configureBlocking(false);
            selector = Selector.open();
            port = ((InetSocketAddress) server.getLocalAddress()).getPort();
            StreamPage stream = new StreamPage(current);
            Routes routes = routes(address.getAddress().isLoopbackAddress(), stream);
            loop = new HttpLoop(selector, server, plan.serverLimits(), routes, stream);
        } catch (IOException | RuntimeException e) {
            server.close();
            if (selector != null) {
                selector.close();
            }
            throw e;
        }
    }

    private InetSocketAddress address() throws IOException {
        InetSocketAddress address = new InetSocketAddress(plan.host, plan.port);
        if (address.isUnresolved()) {
            throw new UncheckedIOException("host must be known: host=" + plan.host, new IOException(new UnresolvedAddressException()));
        }
        return address;
    }

    private Routes routes(boolean loopback, StreamPage stream) {
        HostRule hosts = new HostRule(!loopback && plan.names.isEmpty());
        for (String name : plan.names) {
            hosts.allow(name);
        }
        hosts.allow(plan.host);
        Routes made = new Routes(hosts);
        LivePage.addTo(made);
        made.add("/health", new HealthPage(metrics, plan.health));
        made.add(API + "current", current);
        made.add(API + "history", new HistoryPage(metrics));
        made.add(API + "stream", stream);
        for (int i = 0; i < plan.paths.size(); i++) {
            made.add(plan.paths.get(i), new TextPage(plan.sources.get(i), TextSource.PROMETHEUS));
        }
        return made;
    }

    /** Sends the stream's next event. Called by the sampler once the server has started. */
    @Override
    public void onSample(Sample sample) {
        HttpLoop running = loop;
        if (running != null) {
            running.publish();
        }
    }

    /**
     * The port it listens at.
     *
     * @return the port.
     * @throws IllegalStateException if it was not started.
     */
    public synchronized int port() {
        started();
        return port;
    }

    /**
     * Answers given, errors among them.
     *
     * @return the count.
     * @throws IllegalStateException if it was not started.
     */
    public long requestCount() {
        return started().exchange().requests();
    }

    /**
     * Answers that failed with status 500.
     *
     * @return the count.
     * @throws IllegalStateException if it was not started.
     */
    public long failureCount() {
        return started().routes().failures();
    }

    /**
     * What the last failed answer threw.
     *
     * @return the exception, or null.
     * @throws IllegalStateException if it was not started.
     */
    public Throwable lastFailure() {
        return started().routes().lastFailure();
    }

    /**
     * Clients that found no room.
     *
     * @return the count.
     * @throws IllegalStateException if it was not started.
     */
    public long refusedCount() {
        return started().refused();
    }

    /**
     * Subscribers of the stream that had to give way, or did not read.
     *
     * @return the count.
     * @throws IllegalStateException if it was not started.
     */
    public long droppedSubscriberCount() {
        return started().connections().droppedSubscribers();
    }

    private HttpLoop started() {
        HttpLoop running = loop;
        if (running == null) {
            throw new IllegalStateException("the server must be started: port=" + plan.port);
        }
        return running;
    }

    /** Ends all connections and streams, and gives the port back. May be called twice, and before the start. */
    @Override
    public void close() {
        Thread ending;
        synchronized (this) {
            closed = true;
            ending = thread;
            thread = null;
        }
        if (ending == null) {
            return;
        }
        metrics.remove(this);
        started().stop();
        join(ending);
    }

    private static void join(Thread ending) {
        if (ending == Thread.currentThread()) {
            return;
        }
        try {
            ending.join(CLOSING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
