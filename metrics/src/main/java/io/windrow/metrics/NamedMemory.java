package io.windrow.metrics;

import io.windrow.buffers.memory.OffHeapMemory;

/**
 * A ledger and what it is called in metrics.
 *
 * @param name   its name.
 * @param memory the ledger.
 */
public record NamedMemory(String name, OffHeapMemory memory) {
}
