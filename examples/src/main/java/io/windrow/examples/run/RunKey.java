package io.windrow.examples.run;

import static io.windrow.examples.run.ValueRule.number;
import static io.windrow.examples.run.ValueRule.span;
import static io.windrow.examples.run.ValueRule.text;
import static io.windrow.examples.run.ValueRule.word;
import static io.windrow.examples.run.ValueRule.words;

import java.util.Locale;

/**
 * A setting of the engine beside the sizes of its pipeline: what it may be, what it is where nothing sets it, and what a file says
 * about it. In the order of the file.
 */
enum RunKey {
    PROFILE(word("development", "production"), "development", "Where sizes come from that are not set."),
    PRESET(word("balanced", "latency", "throughput"), "balanced", "Where ring, batch and wait come from that are not set."),
    FEED(word("generator", "replay"), "generator", "Where events come from."),
    RATE(number(1, 1_000_000), "170", "generator: trades a second, in all."),
    SEED(number(Long.MIN_VALUE, Long.MAX_VALUE), "42", "generator: the same seed gives the same trades."),
    FILES(text(), "", "replay: files with commas between them, plain, .gz or .zip, merged by time."),
    CONTENTS(words("trades", "quotes", "depth", "candles"), "trades",
        "replay, messages: what to take of them; quotes need quotes above 0."),
    FORMAT(text(), "", "replay: as in windrow prove --help, as all keys up to quantity-decimals."),
    COLUMNS(text(), "", "replay, csv: the columns."),
    TIME_UNIT(text(), "", "replay, csv: s, ms, us or ns; ms if empty."),
    DAY(text(), "", "replay, csv: YYYY-MM-DD, where times count from midnight."),
    ZONE(text(), "", "replay, csv: time zone of that midnight; UTC if empty."),
    PRICE_SCALE(text(), "", "replay, csv: what prices are multiplied by."),
    SYMBOL(text(), "", "replay: symbol of lines that name none."),
    PRICE_DECIMALS(text(), "", "replay: scale of prices; what the data needs if empty."),
    QUANTITY_DECIMALS(text(), "", "replay: scale of quantities; what the data needs if empty."),
    LOOP(ValueRule.loop(), "true", "replay: how often, each time later by the span of the data; true: until it is stopped."),
    MAX_GAP(span(0), "0s", "replay: longer gaps in the data are cut to this; 0s: none is."),
    SPEED(ValueRule.speed(), "real", "real: as fast as the data's own time; a number: so many times as fast; max: as fast as it goes."),
    CLOCK(span(0), "1s", "How often the clock ticks, in the data's time, so that candles close though no trade comes; 0s: never."),
    PUBLISHERS(number(1, 64), "1", "Threads that feed: the generator's rate or the files are divided among them."),
    STRATEGIES(words("crossing", "breakout", "imbalance"), "crossing",
        "What decides: crossing and breakout by candles, imbalance by quotes."),
    SINK(word("none", "log", "file"), "none", "Where signals go, as CSV: log is the standard output."),
    SINK_FILE(text(), "", "sink=file: the file; signals are added to what it holds."),
    WAIT(word("phased", "blocking", "yielding", "sleeping", "busy"), "", "How a consumer thread waits for events."),
    BATCH(number(1, 1 << 30), "", "By how many events they are published, 1 to ring; a paced feed publishes what it has before it waits."),
    SHARDS(number(1, 64), "1", "Rings, each with a consumer thread; the instruments are divided among them."),
    BACKPRESSURE(word("wait", "drop-newest", "drop-oldest", "fail"), "wait", "What becomes of an event for which the ring has no room."),
    ON_FAULT(word("skip", "disable", "stop"), "skip", "When a strategy throws: skip the event, disable the strategy, or stop the engine."),
    LATENCY(word("true", "false"), "true", "Whether latency is measured; only paced events are."),
    STALE_AFTER(span(1), "300s", "A source that is silent for longer is stale."),
    METRICS(word("true", "false"), "true",
        "Whether it is watched, and serves what is seen: the live page, /metrics, /health and JSON."),
    METRICS_HOST(text(), "127.0.0.1", "The address it serves at; there is no password, so another than this is for all who reach it."),
    METRICS_PORT(number(0, 65_535), "8000", "The port it serves at; 0: any that is free."),
    DURATION(span(0), "0s", "How long it runs; 0s: until it is stopped or the data ends."),
    STATUS_INTERVAL(span(0), "10s", "How often a status line is printed; 0s: never."),
    STOP_LIMIT(span(1), "10s", "Longest time for an orderly stop."),
    QUIET(word("true", "false"), "false", "Whether only faults and the report at the end are printed.");

    private final ValueRule rule;
    private final String initial;
    private final String comment;

    RunKey(ValueRule rule, String initial, String comment) {
        this.rule = rule;
        this.initial = initial;
        this.comment = comment;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it is where nothing sets it; empty where that depends on the preset. */
    String initial() {
        return initial;
    }

    String comment() {
        return comment;
    }

    void check(String value) {
        rule.check(key(), value);
    }

    /** The only feed that it goes with, or null. */
    String feed() {
        if (this == RATE || this == SEED) {
            return "generator";
        }
        return compareTo(FILES) >= 0 && compareTo(MAX_GAP) <= 0 ? "replay" : null;
    }

    /** The setting of a key, or null. */
    static RunKey find(String key) {
        for (RunKey one : values()) {
            if (one.key().equals(key)) {
                return one;
            }
        }
        return null;
    }
}
