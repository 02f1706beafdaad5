package io.windrow.examples.bench.child;

import java.util.List;

/**
 * One run of a stream, as the arguments of its JVM.
 *
 * @param side    {@code windrow}, {@code batches} for the same with events published 64 at a time,
 *                {@code bytes} for that with each event decoded from a message, {@code watched} for batches with metrics that are
 *                scraped; or {@code bare}, or {@code number} for a bare one whose events hold a single number.
 * @param waiting how the consumer waits, see {@link io.windrow.examples.prove.engines.WaitStrategies}.
 * @param rate    events a second, 0 for as fast as they go.
 * @param warmUp  events before the others, as fast as they go.
 * @param events  events measured.
 */
public record StreamSpec(String side, String waiting, long rate, long warmUp, long events) {

    private static final int PARTS = 5;
    /** As the throughput preset of a pipeline has it. */
    private static final int BATCH = 64;

    /**
     * As arguments.
     *
     * @return one for each part.
     */
    public List<String> arguments() {
        return List.of(side, waiting, Long.toString(rate), Long.toString(warmUp), Long.toString(events));
    }

    /** All events: with a rate there is a second of them before those measured. */
    long total() {
        return warmUp + rate + events;
    }

    static StreamSpec of(String... arguments) {
        if (arguments.length != PARTS) {
            throw new IllegalArgumentException("arguments must be side, waiting, rate, warm-up and events: count=" + arguments.length);
        }
        return new StreamSpec(arguments[0], arguments[1], Long.parseLong(arguments[2]), Long.parseLong(arguments[3]),
            Long.parseLong(arguments[4]));
    }

    StreamSide open(Tape tape, LatencyProbe probe) {
        return switch (side) {
            case "windrow" -> new WindrowSide(tape, waiting, 1, false, probe);
            case "batches" -> new WindrowSide(tape, waiting, BATCH, false, probe);
            case "bytes" -> new WindrowSide(tape, waiting, BATCH, true, probe);
            case "watched" -> new WatchedSide(new WindrowSide(tape, waiting, BATCH, false, probe));
            case "bare" -> new BareSide(waiting, true, probe);
            case "number" -> new BareSide(waiting, false, probe);
            default -> throw new IllegalArgumentException("unknown side (known: windrow, batches, bytes, watched, bare, number): side="
                + side);
        };
    }
}
