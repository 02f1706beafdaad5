package io.windrow.examples.prove.engines;

import java.util.List;

/** The engines by name. */
public final class Engines {

    /** Every engine, Windrow first. */
    public static final List<String> NAMES = List.of("windrow", "bigdecimal", "objects", "arrays", "ta4j");

    private Engines() {
    }

    /**
     * Makes an engine.
     *
     * @param name  one of {@link #NAMES}.
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
            case "arrays":
                return new ArrayEngine(setup);
            case "ta4j":
                return new ObjectEngine(setup, Ta4jCandles::new);
            default:
                throw new IllegalArgumentException("unknown engine: engine=" + name + " (known: " + String.join(", ", NAMES) + ")");
        }
    }
}
