package io.windrow.metrics.http;

import io.windrow.metrics.EngineMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Settings of a {@link MetricsServer}; for one thread. */
public final class MetricsServerBuilder {

    private static final int DEFAULT_PORT = 8000;
    private static final int DEFAULT_CONNECTIONS = 128;
    private static final int SUBSCRIBERS = 100;
    private static final int HIGHEST_PORT = 65_535;

    final EngineMetrics metrics;
    final List<String> paths = new ArrayList<>();
    final List<TextSource> sources = new ArrayList<>();
    final List<String> names = new ArrayList<>();
    String host = "127.0.0.1";
    int port = DEFAULT_PORT;
    String version;
    HoursSource cleanHours;
    HealthLimits health = new HealthLimits();
    private Duration requestLimit = Duration.ofSeconds(5);
    private Duration idleLimit = Duration.ofSeconds(75);
    private Duration answerLimit = Duration.ofSeconds(20);
    private int connections = DEFAULT_CONNECTIONS;
    private int subscribers = SUBSCRIBERS;

    MetricsServerBuilder(EngineMetrics metrics) {
        this.metrics = Objects.requireNonNull(metrics, "metrics");
    }

    /**
     * The address to listen at; 127.0.0.1 until told otherwise. There is no password: on another address than a loopback one, whoever
     * reaches the machine can read.
     *
     * @param newHost a name or an address, {@code 0.0.0.0} for all.
     * @return this.
     */
    public MetricsServerBuilder host(String newHost) {
        host = Objects.requireNonNull(newHost, "host");
        return this;
    }

    /**
     * The port to listen at; 8000 until told otherwise.
     *
     * @param newPort 1 to 65535, or 0 for any that is free.
     * @return this.
     * @throws IllegalArgumentException if it is out of range.
     */
    public MetricsServerBuilder port(int newPort) {
        if (newPort < 0 || newPort > HIGHEST_PORT) {
            throw new IllegalArgumentException("port must be 0 to " + HIGHEST_PORT + ": port=" + newPort);
        }
        port = newPort;
        return this;
    }

    /**
     * Lets a server on loopback be called by one more name. Any address and {@code localhost} are always good; other names are refused,
     * because a page of another site could let its own name point here.
     *
     * @param name such as {@code engine.internal}.
     * @return this.
     */
    public MetricsServerBuilder allowHost(String name) {
        names.add(Objects.requireNonNull(name, "name"));
        return this;
    }

    /**
     * Adds a text at a path, {@code /metrics} above all; its type is that of Prometheus.
     *
     * @param path   such as {@code /metrics}.
     * @param source writes the text.
     * @return this.
     * @throws IllegalArgumentException if the path does not begin with a slash.
     */
    public MetricsServerBuilder text(String path, TextSource source) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("a path must begin with /: path=" + path);
        }
        paths.add(path);
        sources.add(Objects.requireNonNull(source, "source"));
        return this;
    }

    /**
     * The version that the documents name; none until told.
     *
     * @param newVersion such as {@code 0.1.0}.
     * @return this.
     */
    public MetricsServerBuilder version(String newVersion) {
        version = newVersion;
        return this;
    }

    /**
     * Who knows for how long there was no leak; nobody until told.
     *
     * @param source tells the hours.
     * @return this.
     */
    public MetricsServerBuilder cleanHours(HoursSource source) {
        cleanHours = source;
        return this;
    }

    /**
     * The limits of {@code /health}.
     *
     * @param limits the limits.
     * @return this.
     */
    public MetricsServerBuilder health(HealthLimits limits) {
        health = Objects.requireNonNull(limits, "limits");
        return this;
    }

    /**
     * The most clients at a time; 128 until told otherwise. One more makes the one that is idle for longest give way, or is refused.
     *
     * @param most       more than there may be subscribers.
     * @param mostStream the most that take the stream, at most 100; one more makes the oldest give way.
     * @return this.
     * @throws IllegalArgumentException unless 1 &lt;= mostStream &lt;= 100 and mostStream &lt; most.
     */
    public MetricsServerBuilder connections(int most, int mostStream) {
        if (mostStream < 1 || mostStream > SUBSCRIBERS || most <= mostStream) {
            throw new IllegalArgumentException("connections must be 1 <= subscribers <= " + SUBSCRIBERS
                + " and more than subscribers: connections=" + most + ", subscribers=" + mostStream);
        }
        connections = most;
        subscribers = mostStream;
        return this;
    }

    /**
     * How long a client may take. A client that exceeds one of them is disconnected.
     *
     * @param request from a request's first byte, or from connecting, to its last byte; 5 s until told otherwise.
     * @param idle    from an answer to the next request; 75 s until told otherwise, so that one scrape a minute keeps its connection.
     * @param answer  to take an answer; 20 s until told otherwise.
     * @return this.
     * @throws IllegalArgumentException if one is not positive.
     */
    public MetricsServerBuilder limits(Duration request, Duration idle, Duration answer) {
        requestLimit = positive("request", request);
        idleLimit = positive("idle", idle);
        answerLimit = positive("answer", answer);
        return this;
    }

    /**
     * Makes the server. It listens from {@link MetricsServer#start()} on.
     *
     * @return the server.
     */
    public MetricsServer build() {
        return new MetricsServer(this);
    }

    ServerLimits serverLimits() {
        return new ServerLimits(connections, subscribers, requestLimit.toNanos(), idleLimit.toNanos(), answerLimit.toNanos());
    }

    private static Duration positive(String name, Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("a limit must be positive: " + name + "=" + limit);
        }
        return limit;
    }
}
