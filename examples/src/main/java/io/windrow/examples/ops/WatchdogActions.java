package io.windrow.examples.ops;

import io.windrow.metrics.watch.WatchAction;
import io.windrow.metrics.watch.WebhookNotifier;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a watchdog does when a rule fires: a command line, a webhook. */
final class WatchdogActions {

    private static final long SEND_NANOS = 30 * Spans.SECOND;

    private final List<WatchAction> actions = new ArrayList<>();
    /** Null without a webhook. */
    private final WebhookNotifier notifier;

    /**
     * Prepares the actions; either may be null.
     *
     * @throws IllegalArgumentException if the address is none.
     */
    WatchdogActions(String command, long commandNanos, String webhook) {
        notifier = webhook == null ? null : notifier(webhook);
        if (command != null) {
            actions.add(WatchAction.command(shell(command), Duration.ofNanos(commandNanos)));
        }
        if (notifier != null) {
            actions.add(WatchAction.tell(notifier));
        }
    }

    WatchAction[] all() {
        return actions.toArray(new WatchAction[0]);
    }

    /** Waits until what is to be sent has been, and says what was not; an empty string if all was. */
    String finish() throws InterruptedException {
        if (notifier == null) {
            return "";
        }
        notifier.awaitIdle(SEND_NANOS);
        notifier.close();
        return notifier.failed() + notifier.dropped() == 0 ? "" : "the webhook was not told: " + notifier.lastError();
    }

    private static WebhookNotifier notifier(String webhook) {
        try {
            return WebhookNotifier.builder(URI.create(webhook)).source("windrow watchdog").build();
        } catch (IllegalArgumentException e) {
            // The address itself is left out: it may carry a secret.
            throw new IllegalArgumentException("webhook must be an address of http or https: webhook=(not shown)", e);
        }
    }

    private static List<String> shell(String command) {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return windows ? List.of("cmd", "/c", command) : List.of("/bin/sh", "-c", command);
    }
}
