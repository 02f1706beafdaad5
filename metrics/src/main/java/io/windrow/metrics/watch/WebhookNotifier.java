package io.windrow.metrics.watch;

import java.net.URI;

/** Posts alarms to a URL as JSON. */
public final class WebhookNotifier implements Notifier {

    WebhookNotifier(WebhookNotifierBuilder plan) {
    }

    /**
     * Plans a notifier.
     *
     * @param url where to post, {@code http:} or {@code https:}.
     * @return a builder.
     * @throws IllegalArgumentException if it is of another scheme or names no host.
     */
    public static WebhookNotifierBuilder builder(URI url) {
        return new WebhookNotifierBuilder(url);
    }

    @Override
    public void onAlarm(Alarm alarm) {
    }

    /**
     * Messages that were answered with 200 to 299.
     *
     * @return their number.
     */
    public synchronized long sent() {
        return 0;
    }

    /**
     * Messages that were given up after the last try.
     *
     * @return their number.
     */
    public synchronized long failed() {
        return 0;
    }

    /**
     * Messages that were given up for want of room.
     *
     * @return their number.
     */
    public synchronized long dropped() {
        return 0;
    }

    /**
     * Alarms that came too soon after one of the same name.
     *
     * @return their number.
     */
    public synchronized long suppressed() {
        return 0;
    }

    /**
     * Why the last message or try failed.
     *
     * @return one line without the secret parts of the URL, or an empty string.
     */
    public synchronized String lastError() {
        return "";
    }

    /**
     * Waits until nothing is left to be sent.
     *
     * @param timeoutNanos how long to wait at most.
     * @return whether nothing is left.
     * @throws InterruptedException if the caller is interrupted.
     */
    public boolean awaitIdle(long timeoutNanos) throws InterruptedException {
        return true;
    }

    @Override
    public void close() {
    }
}
