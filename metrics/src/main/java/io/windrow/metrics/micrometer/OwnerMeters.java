package io.windrow.metrics.micrometer;

import io.micrometer.core.instrument.Tags;
import io.windrow.buffers.memory.OwnerVisitor;
import io.windrow.metrics.EngineMetrics;
import io.windrow.metrics.NamedMemory;
import java.util.ArrayList;
import java.util.List;

/** Off-heap bytes by owner, those of all ledgers together. A ledger is walked only when its sum has moved. */
final class OwnerMeters implements OwnerVisitor {

    private final EngineMetrics metrics;
    private final MeterGroup group;
    private final List<String> owners = new ArrayList<>();
    private List<NamedMemory> memories = List.of();
    private long[] seenBytes = new long[0];

    OwnerMeters(EngineMetrics metrics, MeterGroup group) {
        this.metrics = metrics;
        this.group = group;
    }

    void refresh() {
        List<NamedMemory> now = metrics.memories();
        if (now != memories) {
            memories = now;
            seenBytes = new long[now.size()];
        }
        for (int i = 0; i < seenBytes.length; i++) {
            long bytes = memories.get(i).memory().usedBytes();
            if (bytes != seenBytes[i]) {
                seenBytes[i] = bytes;
                memories.get(i).memory().forEachOwner(this);
            }
        }
        group.refresh();
    }

    @Override
    public void onOwner(String tag, int blocks, long bytes) {
        if (!owners.contains(tag)) {
            owners.add(tag);
            Tags owner = Tags.of("owner", tag);
            group.gauge("windrow.off.heap.used", "bytes", "Bytes off the heap by owner", owner, new OwnerReading(metrics, tag));
        }
    }

    private static final class OwnerReading extends Reading {
        private final EngineMetrics metrics;
        private final String tag;

        OwnerReading(EngineMetrics metrics, String tag) {
            this.metrics = metrics;
            this.tag = tag;
        }

        @Override
        double value() {
            List<NamedMemory> all = metrics.memories();
            long bytes = 0;
            for (int i = 0; i < all.size(); i++) {
                bytes += all.get(i).memory().usedBytes(tag);
            }
            return bytes;
        }
    }
}
