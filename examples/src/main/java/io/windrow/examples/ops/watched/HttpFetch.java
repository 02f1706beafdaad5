package io.windrow.examples.ops.watched;

import io.windrow.metrics.SourceLostException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks an endpoint. The whole answer must be there within a time limit: a server that accepts and is silent, or that sends a byte now and
 * then, is as dead as one that refuses. For one thread at a time.
 */
public final class HttpFetch {

    private static final int MOST_BYTES = 32 << 20;
    private static final int PIECE = 1 << 14;
    private static final int NO_ERROR = 400;

    private final String base;
    private final long limitNanos;

    /**
     * Asks nothing yet.
     *
     * @param url an {@code http} or {@code https} address; what is asked for is put behind it.
     * @param limitNanos the time limit of one answer, positive.
     * @throws IllegalArgumentException if it is no such address.
     */
    public HttpFetch(String url, long limitNanos) {
        this.base = checked(url);
        this.limitNanos = limitNanos;
    }

    /**
     * What was answered.
     *
     * @param status of HTTP.
     * @param type of the content; empty if there was none.
     * @param text the content.
     * @param bytes its length.
     * @param tookNanos from the question to the last byte.
     */
    public record Answer(int status, String type, String text, int bytes, long tookNanos) {

        /**
         * Whether it is no error.
         *
         * @return true for a status below 400.
         */
        public boolean isGood() {
            return status < NO_ERROR;
        }
    }

    /**
     * The address without a slash at its end.
     *
     * @return such as {@code http://127.0.0.1:8000}.
     */
    public String base() {
        return base;
    }

    /**
     * Asks, and takes an error of HTTP for a loss.
     *
     * @param path begins with a slash.
     * @return the answer.
     * @throws SourceLostException if there is none in time, or an error.
     */
    public Answer get(String path) {
        Answer answer = ask(path);
        if (!answer.isGood()) {
            throw new SourceLostException("endpoint answers " + answer.status() + ": url=" + base + path, null);
        }
        return answer;
    }

    /**
     * Asks, and hands on whatever status comes.
     *
     * @param path begins with a slash.
     * @return the answer.
     * @throws SourceLostException if there is none in time.
     */
    public Answer ask(String path) {
        FutureTask<Answer> task = new FutureTask<>(() -> fetch(base + path));
        Thread thread = new Thread(task, "windrow-fetch");
        // One that hangs does not keep the command from ending.
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limitNanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new SourceLostException("endpoint does not answer within " + TimeUnit.NANOSECONDS.toMillis(limitNanos) + " ms: url="
                + base + path, e);
        } catch (ExecutionException e) {
            throw new SourceLostException(reason(e.getCause()) + ": url=" + base + path, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceLostException("interrupted: url=" + base + path, e);
        }
    }

    private Answer fetch(String address) throws IOException {
        long start = System.nanoTime();
        HttpURLConnection connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
        int limitMillis = (int) Math.min(Integer.MAX_VALUE, Math.max(1, TimeUnit.NANOSECONDS.toMillis(limitNanos)));
        connection.setConnectTimeout(limitMillis);
        connection.setReadTimeout(limitMillis);
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        int status = connection.getResponseCode();
        if (status < 0) {
            throw new IOException("it speaks no HTTP");
        }
        byte[] content = read(status < NO_ERROR ? connection.getInputStream() : connection.getErrorStream());
        String type = connection.getContentType() == null ? "" : connection.getContentType();
        return new Answer(status, type, new String(content, StandardCharsets.UTF_8), content.length, System.nanoTime() - start);
    }

    private static byte[] read(InputStream stream) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        if (stream == null) {
            return content.toByteArray();
        }
        try (stream) {
            byte[] piece = new byte[PIECE];
            for (int read = stream.read(piece); read >= 0; read = stream.read(piece)) {
                content.write(piece, 0, read);
                if (content.size() > MOST_BYTES) {
                    throw new IOException("it sends more than " + MOST_BYTES + " bytes");
                }
            }
        }
        return content.toByteArray();
    }

    private static String reason(Throwable cause) {
        if (cause instanceof ConnectException) {
            return "endpoint cannot be reached (" + cause.getMessage() + ")";
        }
        if (cause instanceof UnknownHostException) {
            return "endpoint cannot be reached (unknown host)";
        }
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return "endpoint cannot be read (" + message.lines().findFirst().orElse("") + ")";
    }

    private static String checked(String url) {
        try {
            URI uri = URI.create(url);
            if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null && uri.getQuery() == null
                && uri.getFragment() == null) {
                return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("url must be such as http://127.0.0.1:8000: url=" + url, e);
        }
        throw new IllegalArgumentException("url must be such as http://127.0.0.1:8000: url=" + url);
    }
}
