package io.windrow.metrics.watch;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Plans a {@link WebhookNotifier}. Unless told otherwise it holds 64 alarms, gives a request 5 s, tries again 3 times after 1, 2 and 4 s,
 * and sends one name at most once a minute.
 */
public final class WebhookNotifierBuilder {

    final URI url;
    final List<String[]> headers = new ArrayList<>();
    String source = "";
    int queue = 64;
    long timeLimitNanos = Duration.ofSeconds(5).toNanos();
    int retries = 3;
    long firstBackOffNanos = Duration.ofSeconds(1).toNanos();
    long atMostEveryNanos = Duration.ofMinutes(1).toNanos();

    WebhookNotifierBuilder(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("url must begin with http: or https:: scheme=" + url.getScheme());
        }
        if (url.getHost() == null) {
            throw new IllegalArgumentException("url must name a host: host=null");
        }
        if (url.getUserInfo() != null) {
            throw new IllegalArgumentException("url must not carry a user, a header may: host=" + url.getHost());
        }
        this.url = url;
    }

    /**
     * Adds a header to each request, such as one that authorizes. It is never shown.
     *
     * @param name not blank.
     * @param value its value.
     * @return this.
     * @throws IllegalArgumentException if the name is blank or either has a line break.
     */
    public WebhookNotifierBuilder header(String name, String value) {
        Rules.notBlank("name", name);
        if ((name + value).indexOf('\n') >= 0 || (name + value).indexOf('\r') >= 0) {
            throw new IllegalArgumentException("a header must be one line: name=" + name.strip());
        }
        headers.add(new String[] {name, value});
        return this;
    }

    /**
     * Who speaks, the {@code source} of each message.
     *
     * @param name such as {@code engine-1}.
     * @return this.
     */
    public WebhookNotifierBuilder source(String name) {
        source = name;
        return this;
    }

    /**
     * The most alarms that wait; beyond it the oldest is given up and counted.
     *
     * @param alarms at least 1.
     * @return this.
     * @throws IllegalArgumentException if it is less.
     */
    public WebhookNotifierBuilder queue(int alarms) {
        Rules.atLeast("queue", alarms, 1);
        queue = alarms;
        return this;
    }

    /**
     * How long connecting may take, and each read of the answer.
     *
     * @param time 1 ms to an hour.
     * @return this.
     * @throws IllegalArgumentException if it is out of range.
     */
    public WebhookNotifierBuilder timeLimit(Duration time) {
        long nanos = Rules.positiveNanos("timeLimit", time);
        if (time.toMillis() < 1 || time.toHours() >= 1) {
            throw new IllegalArgumentException("timeLimit must be 1 ms to an hour: timeLimit=" + time);
        }
        timeLimitNanos = nanos;
        return this;
    }

    /**
     * How often a failed request is tried again, and after what time first; each further time is twice as long. An answer that says the
     * request itself is wrong (400 to 499 but 408 and 429) is not tried again.
     *
     * @param times 0 or more.
     * @param firstBackOff 0 or more.
     * @return this.
     * @throws IllegalArgumentException if one is negative.
     */
    public WebhookNotifierBuilder retries(int times, Duration firstBackOff) {
        Rules.atLeast("times", times, 0);
        retries = times;
        firstBackOffNanos = Rules.notNegativeNanos("firstBackOff", firstBackOff);
        return this;
    }

    /**
     * The shortest time between two messages of one alarm name; those between are counted and not sent. By the alarms' own times.
     *
     * @param time 0 or more.
     * @return this.
     * @throws IllegalArgumentException if it is negative.
     */
    public WebhookNotifierBuilder atMostEvery(Duration time) {
        atMostEveryNanos = Rules.notNegativeNanos("atMostEvery", time);
        return this;
    }

    /**
     * Makes the notifier and starts its thread.
     *
     * @return the notifier; the caller closes it.
     */
    public WebhookNotifier build() {
        return new WebhookNotifier(this);
    }
}
