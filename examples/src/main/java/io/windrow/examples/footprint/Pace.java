package io.windrow.examples.footprint;

import java.util.ArrayList;
import java.util.List;

/** How fast a process is fed. */
enum Pace {
    FULL_SPEED("at full speed", "speed=max"),
    PACED("paced", "rate=10000");

    /** The engine of the budget: what a small trading system has. */
    private static final List<String> ENGINE = List.of("instruments=20", "timeframes=1s,1m,5m", "candles=200", "trades=1024", "ring=1024",
        "strategies=crossing", "metrics=true", "metrics-port=0");

    private final String label;
    private final String setting;

    Pace(String label, String setting) {
        this.label = label;
        this.setting = setting;
    }

    String label() {
        return label;
    }

    /** All that the engine is told, of the form {@code key=value}. */
    List<String> settings() {
        List<String> settings = new ArrayList<>(ENGINE);
        settings.add(setting);
        return settings;
    }
}
