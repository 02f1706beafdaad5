package io.windrow.examples.bench;

import java.util.Map;

/**
 * What one run gave.
 *
 * @param value               in the unit of the row.
 * @param allocatedBytesPerOp bytes of heap for each operation or event.
 * @param details             further figures by name, in the order to show them.
 */
record Reading(double value, double allocatedBytesPerOp, Map<String, Double> details) {
}
