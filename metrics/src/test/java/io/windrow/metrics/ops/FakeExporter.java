package io.windrow.metrics.ops;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Serves every name of {@code exported-names.txt}; what counts, counts the scrapes. */
final class FakeExporter implements AutoCloseable {

    private static final Map<String, List<String>> VALUES =
        Map.of("area", List.of("heap", "nonheap"), "generation", List.of("young", "old"));
    private static final List<String> BOUNDS = List.of("0.001", "0.005", "0.0055", "0.05", "+Inf");

    private final AtomicLong scrapes = new AtomicLong();
    private final HttpServer server;

    FakeExporter() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/metrics", exchange -> {
            byte[] text = text(scrapes.incrementAndGet()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
            exchange.close();
        });
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static String text(long scrape) {
        StringBuilder text = new StringBuilder();
        for (ExportedNames.Name name : ExportedNames.all()) {
            text.append("# HELP ").append(name.name()).append(" Of a test.\n");
            text.append("# TYPE ").append(name.name()).append(' ').append(name.type()).append('\n');
            for (String labels : labels(name.labels())) {
                for (String series : name.series()) {
                    append(text, series, labels, scrape);
                }
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String series, String labels, long value) {
        if (!series.endsWith("_bucket")) {
            text.append(series).append(labels.isEmpty() ? "" : "{" + labels + "}").append(' ').append(value).append('\n');
            return;
        }
        for (String bound : BOUNDS) {
            text.append(series).append('{').append(labels).append(labels.isEmpty() ? "" : ",").append("le=\"").append(bound).append("\"} ")
                .append(value).append('\n');
        }
    }

    /** Each combination of the values of labels, written as in a scrape. */
    private static List<String> labels(List<String> names) {
        List<String> all = List.of("");
        for (String name : names) {
            List<String> longer = new ArrayList<>();
            for (String before : all) {
                for (String value : VALUES.getOrDefault(name, List.of("main"))) {
                    longer.add(before + (before.isEmpty() ? "" : ",") + name + "=\"" + value + "\"");
                }
            }
            all = longer;
        }
        return all;
    }
}
