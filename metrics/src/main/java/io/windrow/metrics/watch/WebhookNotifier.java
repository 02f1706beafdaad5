package io.windrow.metrics.watch;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Posts alarms to a URL as JSON: {@link Alarm#toJson()} with a {@code source} before it, whose {@code text} chat services show. Neither
 * blocks nor fails whoever tells it one: requests run on a daemon thread, a bounded number of alarms waits, and one name is sent only so
 * often.
 *
 * <p>A redirection is not followed and counts as a failure. The time limit holds for connecting and for each read of the answer. What may
 * be secret, the path and query of the URL and the headers, is never shown. Any thread may call any method.
 */
public final class WebhookNotifier implements Notifier {

    private static final int MOST_NAMES = 256;

    private final WebhookSender sender;
    private final long atMostEveryNanos;
    private final Map<String, Long> sentNanos = new LinkedHashMap<>();
    private long suppressed;

    WebhookNotifier(WebhookNotifierBuilder plan) {
        sender = new WebhookSender(plan);
        atMostEveryNanos = plan.atMostEveryNanos;
        sender.start();
    }

    /**
     * Plans a notifier.
     *
     * @param url where to post, {@code http:} or {@code https:}.
     * @return a builder.
     * @throws IllegalArgumentException if it is of another scheme, names no host, or carries a user.
     */
    public static WebhookNotifierBuilder builder(URI url) {
        return new WebhookNotifierBuilder(url);
    }

    @Override
    public void onAlarm(Alarm alarm) {
        if (isTooSoon(alarm)) {
            return;
        }
        sender.offer(alarm);
    }

    /**
     * Messages that were answered with 200 to 299.
     *
     * @return their number.
     */
    public long sent() {
        return sender.sent();
    }

    /**
     * Messages that were given up after the last try.
     *
     * @return their number.
     */
    public long failed() {
        return sender.failed();
    }

    /**
     * Messages that were given up for want of room.
     *
     * @return their number.
     */
    public long dropped() {
        return sender.dropped();
    }

    /**
     * Alarms that came too soon after one of the same name.
     *
     * @return their number.
     */
    public synchronized long suppressed() {
        return suppressed;
    }

    /**
     * Why the last try failed.
     *
     * @return one line without the secret parts of the URL, or an empty string.
     */
    public String lastError() {
        return sender.lastError();
    }

    /**
     * Waits until nothing is left to be sent.
     *
     * @param timeoutNanos how long to wait at most.
     * @return whether nothing is left.
     * @throws InterruptedException if the caller is interrupted.
     */
    public boolean awaitIdle(long timeoutNanos) throws InterruptedException {
        return sender.awaitIdle(timeoutNanos);
    }

    /** Gives up what is not sent yet, breaks off a request that waits for its answer, and waits for the thread. May be called twice. */
    @Override
    public void close() {
        sender.close();
    }

    @Override
    public String toString() {
        return "WebhookNotifier to " + sender.shownUrl();
    }

    private synchronized boolean isTooSoon(Alarm alarm) {
        Long last = sentNanos.get(alarm.name());
        // A time before the last one is a clock that was set, not a message too soon.
        if (last != null && alarm.timeNanos() >= last && alarm.timeNanos() - last < atMostEveryNanos) {
            suppressed++;
            return true;
        }
        sentNanos.remove(alarm.name());
        sentNanos.put(alarm.name(), alarm.timeNanos());
        if (sentNanos.size() > MOST_NAMES) {
            sentNanos.remove(sentNanos.keySet().iterator().next());
        }
        return false;
    }
}
