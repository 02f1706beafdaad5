package io.windrow.examples.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.windrow.examples.ops.json.FigureTree;
import io.windrow.examples.ops.json.JsonWriter;
import io.windrow.metrics.Figure;
import io.windrow.metrics.Sample;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** What an engine answers, made up: figures, a scrape and health, each of which a test can change or spoil. */
final class FakeEngine implements AutoCloseable {

    static final String CURRENT = "/api/system/metrics/current";
    static final String UP = "{\"status\":\"UP\",\"checks\":[{\"name\":\"memory\",\"status\":\"UP\",\"value\":35,\"limit\":60}]}";

    private static final long MILLI = 1_000_000;

    /** An answer that a test gives in place of the engine's. */
    interface Reply {
        void to(HttpExchange exchange) throws IOException;
    }

    final Sample sample = new Sample();
    final Map<String, Reply> replies = new LinkedHashMap<>();
    volatile Consumer<Sample> change = figures -> { };
    volatile String health = UP;
    volatile int healthStatus = 200;
    volatile String metrics = FakeScrape.CLEAN;
    final AtomicLong requests = new AtomicLong();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    FakeEngine() throws IOException {
        sample.set(Figure.RESIDENT, 35_000_000);
        sample.set(Figure.RESIDENT_ANONYMOUS, 25_000_000);
        sample.set(Figure.OPEN_FILES, 40);
        sample.set(Figure.THREADS, 20);
        sample.set(Figure.STOP_P95, 2 * MILLI);
        sample.set(Figure.UPTIME, 3_600_000 * MILLI);
        sample.set(Figure.EVENTS, 1_000_000);
        sample.set(Figure.OFF_HEAP, 1_000_000);
        sample.set(Figure.COLLECTIONS, 3);
        sample.set(Figure.HEAP_AFTER_COLLECTION, 3_000_000);
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 50);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    FakeEngine with(Figure figure, long value) {
        sample.set(figure, value);
        return this;
    }

    /** Answers one path with a status and a text. */
    FakeEngine reply(String path, int status, String text) {
        replies.put(path, exchange -> send(exchange, status, "text/html", text));
        return this;
    }

    /** Runs a command on this engine. */
    CommandLineRun run(String... call) {
        String[] all = Arrays.copyOf(call, call.length + 2);
        all[call.length] = "--url";
        all[call.length + 1] = url();
        return CommandLineRun.here(all);
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        String path = exchange.getRequestURI().getPath();
        Reply reply = replies.get(path);
        if (reply != null) {
            reply.to(exchange);
        } else if (path.equals(CURRENT)) {
            send(exchange, 200, "application/json", current());
        } else if (path.equals("/health")) {
            send(exchange, healthStatus, "application/json", health);
        } else if (path.equals("/metrics")) {
            send(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", metrics);
        } else {
            send(exchange, 404, "text/plain", "no such page\n");
        }
    }

    private synchronized String current() {
        Sample now = new Sample();
        now.copyFrom(sample);
        change.accept(now);
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("time", "2026-11-21T20:00:00.000Z");
        tree.put("timeNanos", System.currentTimeMillis() * MILLI);
        tree.put("pid", 4_000_000);
        tree.put("source", "pid 4000000");
        tree.put("version", "0.1.0-SNAPSHOT");
        tree.put("missing", "");
        tree.put("figures", FigureTree.of(now));
        tree.put("derived", Map.of("cpuShare", 0.12));
        tree.put("offHeap", List.of());
        return JsonWriter.text(tree);
    }

    static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(content);
        }
    }
}
