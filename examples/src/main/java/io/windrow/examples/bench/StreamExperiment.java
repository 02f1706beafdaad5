package io.windrow.examples.bench;

import io.windrow.examples.bench.child.StreamProcess;
import io.windrow.examples.bench.child.StreamSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Trades from one thread to another through a ring, in the ways of {@link StreamSpec}: each run in a JVM of its own, in turn, so that a
 * pair sees the same weather.
 *
 * @param kind    what is measured.
 * @param waiting how the consumer waits.
 * @param rate    events a second, 0 for as fast as they go.
 */
record StreamExperiment(Kind kind, String waiting, long rate) implements Experiment {

    static final String WINDROW = "windrow";
    static final String BATCHES = "batches";
    static final String BYTES = "bytes";
    static final String WATCHED = "watched";
    static final String BARE = "bare";
    static final String NUMBER = "number";

    private static final long WARM_UP = 5_000_000;

    /** What is measured. */
    enum Kind { THROUGHPUT, LATENCY, ALLOCATION, UNCOLLECTED }

    @Override
    public String title() {
        return "stream, " + waiting + " wait" + (rate == 0 ? "" : ", " + rate + " events/s")
            + (kind == Kind.UNCOLLECTED ? ", no collector" : "");
    }

    @Override
    public int rounds(Mode mode) {
        return switch (kind) {
            case THROUGHPUT -> mode.streamRounds;
            case LATENCY -> mode.latencyRounds;
            default -> 1;
        };
    }

    @Override
    public Map<String, Reading> round(List<String> keys, Mode mode, Fork fork) throws IOException, RowFailedException {
        Map<String, Reading> readings = new LinkedHashMap<>();
        for (String key : keys) {
            List<String> program = new ArrayList<>(List.of(StreamProcess.class.getName()));
            program.addAll(spec(key, mode).arguments());
            readings.put(key, reading(fork.run(title() + ", " + key, flags(), program)));
        }
        return readings;
    }

    private StreamSpec spec(String side, Mode mode) {
        return switch (kind) {
            case THROUGHPUT -> new StreamSpec(side, waiting, 0, WARM_UP, mode.streamEvents);
            case LATENCY -> new StreamSpec(side, waiting, rate, WARM_UP, rate * mode.latencySeconds);
            case ALLOCATION -> new StreamSpec(side, waiting, 0, WARM_UP, mode.countedEvents);
            case UNCOLLECTED -> new StreamSpec(side, waiting, 0, WARM_UP, mode.uncollectedEvents - WARM_UP);
        };
    }

    /** With Epsilon a run whose garbage does not fit into the heap ends with an error. */
    private List<String> flags() {
        return kind == Kind.UNCOLLECTED
            ? List.of("-XX:+UnlockExperimentalVMOptions", "-XX:+UseEpsilonGC", "-Xms64m", "-Xmx64m")
            : List.of();
    }

    private Reading reading(List<String> lines) throws RowFailedException {
        Map<String, Double> figures = new LinkedHashMap<>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            if (equals > 0 && line.charAt(0) != '[') {
                figures.put(line.substring(0, equals), Double.parseDouble(line.substring(equals + 1)));
            }
        }
        String name = kind == Kind.LATENCY ? "p99" : kind == Kind.ALLOCATION ? "allocatedBytes" : "perSecond";
        if (!figures.containsKey(name) || !figures.containsKey("allocatedBytes")) {
            throw new RowFailedException(title() + " gave no " + name);
        }
        double bytes = figures.get("allocatedBytes");
        double value = figures.get(name);
        figures.keySet().removeAll(List.of("allocatedBytes", "perSecond"));
        return new Reading(value, bytes, figures);
    }
}
