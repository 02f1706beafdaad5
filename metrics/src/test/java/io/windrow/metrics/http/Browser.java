package io.windrow.metrics.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium, driven over its DevTools socket: one page, its console, its pictures. */
final class Browser implements AutoCloseable, WebSocket.Listener {

    private static final String[] NAMES = {"chromium", "chromium-browser", "google-chrome"};
    private static final int LIMIT_SECONDS = 180;

    private final ObjectMapper mapper = new ObjectMapper();
    private final BlockingQueue<JsonNode> answers = new ArrayBlockingQueue<>(100);
    private final StringBuilder partial = new StringBuilder();
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final Path profile;
    private final Process process;
    private final WebSocket socket;
    private int calls;

    Browser(Path program) throws IOException {
        profile = Files.createTempDirectory("windrow-browser");
        process = new ProcessBuilder(program.toString(), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
            "--remote-debugging-port=0", "--remote-allow-origins=*", "--user-data-dir=" + profile, "about:blank").redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        HttpClient http = HttpClient.newHttpClient();
        try {
            URI targets = URI.create("http://127.0.0.1:" + port() + "/json");
            socket = http.newWebSocketBuilder().buildAsync(URI.create(page(http, targets)), this).join();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        call("Runtime.enable", Map.of());
        call("Log.enable", Map.of());
        call("Page.enable", Map.of());
    }

    /** The first Chromium of the search path, or null. */
    static Path find() {
        for (String directory : System.getenv().getOrDefault("PATH", "").split(":")) {
            for (String name : NAMES) {
                Path program = Path.of(directory, name);
                if (Files.isExecutable(program)) {
                    return program;
                }
            }
        }
        return null;
    }

    /** The port it has chosen; it writes a file once it listens. */
    private String port() throws IOException {
        Path file = profile.resolve("DevToolsActivePort");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!Files.exists(file) || Files.readString(file).indexOf('\n') < 0) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new IOException("the browser must start: alive=" + process.isAlive());
            }
            pause();
        }
        return Files.readString(file).split("\n")[0];
    }

    /** Its page, which may come a moment after the port. */
    private String page(HttpClient http, URI targets) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(targets).timeout(Duration.ofSeconds(LIMIT_SECONDS)).build();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (true) {
            String list = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            for (JsonNode target : mapper.readTree(list)) {
                if (target.get("type").asText().equals("page")) {
                    return target.get("webSocketDebuggerUrl").asText();
                }
            }
            if (System.nanoTime() > end) {
                throw new IOException("the browser must have a page: targets=" + list);
            }
            pause();
        }
    }

    void open(String url) {
        call("Page.navigate", Map.of("url", url));
    }

    void size(int width, int height) {
        call("Emulation.setDeviceMetricsOverride", Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    void scheme(String name) {
        call("Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", name))));
    }

    /** What an expression of the page comes to. */
    JsonNode evaluate(String expression) {
        JsonNode result = call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (result.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + result.get("exceptionDetails"));
        }
        return result.get("result").path("value");
    }

    /** Waits until an expression is true. */
    void await(String expression) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!evaluate(expression).asBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the page must come to: " + expression + "; it says: " + evaluate("document.body.innerText")
                    + "; problems: " + problems);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    void picture(Path file) {
        JsonNode picture = call("Page.captureScreenshot", Map.of("format", "png"));
        try {
            Files.write(file, Base64.getDecoder().decode(picture.get("data").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Exceptions of the page and errors in its console. */
    List<String> problems() {
        return problems;
    }

    private JsonNode call(String method, Map<String, ?> parameters) {
        int id = ++calls;
        try {
            socket.sendText(mapper.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true).join();
            while (true) {
                JsonNode answer = answers.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
                if (answer == null || answer.has("error")) {
                    throw new AssertionError("the browser must answer: method=" + method + ", answer=" + answer);
                }
                if (answer.get("id").asInt() == id) {
                    return answer.get("result");
                }
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            String text = partial.toString();
            partial.setLength(0);
            try {
                take(mapper.readTree(text));
            } catch (IOException e) {
                problems.add(e.toString());
            }
        }
        from.request(1);
        return null;
    }

    private void take(JsonNode message) {
        if (message.has("id")) {
            answers.add(message);
            return;
        }
        String method = message.get("method").asText();
        JsonNode parameters = message.get("params");
        boolean error = method.equals("Runtime.exceptionThrown")
            || method.equals("Runtime.consoleAPICalled") && parameters.get("type").asText().equals("error")
            || method.equals("Log.entryAdded") && parameters.get("entry").get("level").asText().equals("error");
        if (error) {
            problems.add(parameters.toString());
        }
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
        }
    }
}
