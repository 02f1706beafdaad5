package io.windrow.examples.prove.engines;

import java.util.List;
import java.util.stream.Stream;

/** The engines by name. */
public final class Engines {

    /** The engines that are compared unless told otherwise, Windrow first. */
    public static final List<String> NAMES = List.of("windrow", "bigdecimal", "objects", "arrays", "ta4j");

    /** Every engine: those, and {@code pooled}, which is {@code objects} with its trades from a pool. */
    public static final List<String> ALL = Stream.concat(NAMES.stream(), Stream.of("pooled")).toList();

    private Engines() {
    }

    /**
     * Makes an engine.
     *
     * @param name  one of {@link #ALL}.
     * @param setup what it is given.
     * @return the engine, not started.
     * @throws IllegalArgumentException if there is no such engine.
     */
    public static Engine open(String name, EngineSetup setup) {
        switch (name) {
            case "windrow":
                return new WindrowEngine(setup);
            case "bigdecimal":
                return new BigDecimalEngine(setup);
            case "objects":
                return new ObjectEngine(setup, ObjectCandles::new);
            case "pooled":
                return new PooledEngine(setup, ObjectCandles::new);
            case "arrays":
                return new ArrayEngine(setup);
            case "ta4j":
                return new ObjectEngine(setup, Ta4jCandles::new);
            default:
                throw new IllegalArgumentException("unknown engine: engine=" + name + " (known: " + String.join(", ", ALL) + ")");
        }
    }
}
