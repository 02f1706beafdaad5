package io.windrow.metrics.micrometer;

/** Distributions of one name. */
enum Family {
    COLLECTIONS("gc.pause.duration", "Time of each collection with all threads stopped"),
    STOPS("windrow.stop", "Stops of all threads, from the request until they run again"),
    SIGNALS("signal.latency", "From when an event was due until a signal that it led to was handed on"),
    LATENCY("windrow.latency", "From when an event was due until a part of its way was done; windows, strategies: of that part alone");

    private final String meter;
    private final String description;

    Family(String meter, String description) {
        this.meter = meter;
        this.description = description;
    }

    String meter() {
        return meter;
    }

    String description() {
        return description;
    }
}
