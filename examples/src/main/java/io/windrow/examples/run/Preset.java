package io.windrow.examples.run;

import io.windrow.pipeline.PipelineSettings;
import java.util.Map;

/** What {@code preset} sets where nothing else does: as {@code PipelineBuilder.forLatency} and {@code forThroughput} do. */
enum Preset {
    BALANCED(0, "1", "phased"),
    LATENCY(1_024, "1", Runtime.getRuntime().availableProcessors() >= 4 ? "busy" : "phased"),
    THROUGHPUT(8_192, "64", "yielding");

    private final int ring;
    private final String batch;
    private final String waiting;

    Preset(int ring, String batch, String waiting) {
        this.ring = ring;
        this.batch = batch;
        this.waiting = waiting;
    }

    static Preset of(String name) {
        return switch (name) {
            case "latency" -> LATENCY;
            case "throughput" -> THROUGHPUT;
            default -> BALANCED;
        };
    }

    PipelineSettings sizes(PipelineSettings profile) {
        return ring == 0 ? profile : profile.with("ring", Integer.toString(ring));
    }

    void complete(Map<RunKey, String> values) {
        values.replace(RunKey.BATCH, "", batch);
        values.replace(RunKey.WAIT, "", waiting);
    }
}
