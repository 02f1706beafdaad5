package io.windrow.examples.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;

/** A run of an image's engine that is scraped once a second, looked at in every other way once, and stopped by SIGTERM. */
final class EngineRun {

    private static final List<String> SETTINGS = List.of("instruments=20", "timeframes=1s,1m,5m", "candles=200", "trades=1024", "ring=1024",
        "metrics-port=0", "status-interval=2s");
    private static final List<String> PAGES = List.of("health", "", "api/system/metrics/current");
    private static final String ADDRESS = "metrics: ";
    private static final long START_MILLIS = 60_000;
    private static final long END_SECONDS = 60;
    private static final int LOOK_MILLIS = 50;
    private static final int TIMEOUT_MILLIS = 20_000;
    private static final int SECOND_MILLIS = 1_000;

    private final Path image;
    private final Path log;

    /** Of an image, with a file for what it says. */
    EngineRun(Path image, Path log) {
        this.image = image;
        this.log = log;
    }

    /**
     * Runs the engine.
     *
     * @param further settings beside those that all runs have.
     * @param options of its virtual machine.
     * @param seconds how long it is scraped.
     * @return the most it had resident, in bytes; -1 where that is not told.
     * @throws ImageException if it does not run or does not end in order.
     */
    long run(List<String> further, String options, int seconds, DoubleConsumer progress) throws IOException, ImageException {
        List<String> command = new ArrayList<>(List.of(image.resolve("bin").resolve(Launchers.ENGINE).toString()));
        command.addAll(SETTINGS);
        command.addAll(further);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("WINDROW_OPTS", options);
        builder.environment().remove("WINDROW_HEAP");
        Process process = builder.start();
        try {
            String address = address(process);
            for (String page : PAGES) {
                get(address + page);
            }
            for (int i = 0; i < seconds; i++) {
                get(address + "metrics");
                Thread.sleep(SECOND_MILLIS);
                progress.accept((i + 1.0) / seconds);
            }
            long peak = Peak.residentBytes(process.pid());
            process.destroy();
            end(process);
            return peak;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImageException("interrupted while the engine was running", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private String address(Process process) throws IOException, ImageException, InterruptedException {
        for (long waited = 0; waited < START_MILLIS && process.isAlive(); waited += LOOK_MILLIS) {
            String text = text();
            // Only lines that are whole: what follows the last line end may be half of one.
            for (String line : text.substring(0, text.lastIndexOf('\n') + 1).split("\n")) {
                if (line.startsWith(ADDRESS)) {
                    return line.substring(ADDRESS.length());
                }
            }
            Thread.sleep(LOOK_MILLIS);
        }
        throw new ImageException("the engine does not run in the image: " + new Tool.Said(1, text()).reason());
    }

    private String text() throws IOException {
        return Files.readString(log, StandardCharsets.ISO_8859_1);
    }

    private static void get(String address) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        try (InputStream in = connection.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST ? connection.getInputStream()
            : connection.getErrorStream()) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private void end(Process process) throws IOException, ImageException, InterruptedException {
        if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new ImageException("the engine does not end in order in the image: " + new Tool.Said(1, text()).reason());
        }
    }
}
