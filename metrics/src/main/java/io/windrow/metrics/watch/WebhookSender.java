package io.windrow.metrics.watch;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Sends messages, one at a time, and tries again. */
final class WebhookSender extends Worker<Alarm> {

    private static final int TIMED_OUT = 408;
    private static final int TOO_MANY = 429;

    private final URI url;
    private final List<String[]> headers;
    private final String source;
    private final int timeLimitMillis;
    private final int retries;
    private final long firstBackOffNanos;
    private volatile HttpURLConnection underWay;
    private long sent;
    private long failed;
    private String lastError = "";

    WebhookSender(WebhookNotifierBuilder plan) {
        super("windrow-webhook", plan.queue);
        url = plan.url;
        headers = List.copyOf(plan.headers);
        source = plan.source;
        timeLimitMillis = (int) Math.max(1, plan.timeLimitNanos / 1_000_000);
        retries = plan.retries;
        firstBackOffNanos = plan.firstBackOffNanos;
    }

    /** The host alone: chat services keep their secret in the path, others in the query. */
    String shownUrl() {
        return url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort()) + "/***";
    }

    synchronized long sent() {
        return sent;
    }

    synchronized long failed() {
        return failed;
    }

    synchronized String lastError() {
        return lastError;
    }

    @Override
    void breakOff() {
        HttpURLConnection connection = underWay;
        if (connection != null) {
            connection.disconnect();
        }
    }

    @Override
    void work(Alarm alarm) throws InterruptedException {
        byte[] body = body(alarm);
        long backOff = firstBackOffNanos;
        for (int i = 0; i <= retries && !isClosed(); i++) {
            if (i > 0) {
                TimeUnit.NANOSECONDS.sleep(backOff);
                backOff *= 2;
            }
            int status = attempt(body);
            if (status >= 200 && status < 300) {
                count(true);
                return;
            }
            if (status >= 400 && status < 500 && status != TIMED_OUT && status != TOO_MANY) {
                break;
            }
        }
        count(false);
    }

    private byte[] body(Alarm alarm) {
        JsonText json = new JsonText().open('{').text("source", source);
        alarm.writeTo(json);
        return json.close('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    private synchronized void count(boolean good) {
        sent += good ? 1 : 0;
        failed += good ? 0 : 1;
    }

    /** The status of the answer, or 0 if there was none. */
    private int attempt(byte[] body) {
        try {
            int status = post(body);
            if (status < 200 || status >= 300) {
                fail("status " + status);
            }
            return status;
        } catch (IOException | RuntimeException e) {
            // Messages of such exceptions may hold the URL.
            fail(e.getClass().getSimpleName());
            return 0;
        }
    }

    private synchronized void fail(String why) {
        lastError = "a message could not be sent to " + shownUrl() + " (" + why + ")";
    }

    private int post(byte[] body) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
        underWay = connection;
        try {
            connection.setConnectTimeout(timeLimitMillis);
            connection.setReadTimeout(timeLimitMillis);
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            connection.setDoOutput(true);
            connection.setRequestMethod("POST");
            // Without a fixed length the JDK sends a failed POST a second time by itself.
            connection.setFixedLengthStreamingMode(body.length);
            connection.setRequestProperty("Content-Type", "application/json; charset=utf-8");
            connection.setRequestProperty("Connection", "close");
            for (String[] header : headers) {
                connection.setRequestProperty(header[0], header[1]);
            }
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
            return connection.getResponseCode();
        } finally {
            underWay = null;
            connection.disconnect();
        }
    }
}
