package io.windrow.pipeline;

/**
 * Something that an author's code threw.
 *
 * @param where  whose call it was, such as {@code strategy 0 (Breakout) in onTrade}.
 * @param event  what was being handled, such as {@code TRADE BTCUSDT, time 1723161255342000000}; empty outside events.
 * @param thrown what was thrown.
 */
public record Fault(String where, String event, Throwable thrown) {

    /** One line for a log. */
    @Override
    public String toString() {
        return where + (event.isEmpty() ? "" : " at " + event) + ": " + thrown;
    }
}
