package io.windrow.metrics.watch;

/**
 * Where a program allocates, for a report; whoever has them from a flight recording hands them to the profiler. Immutable.
 *
 * @param place class, method and line.
 * @param allocatedClass what is allocated there.
 * @param bytes estimated bytes.
 * @param share of all bytes, 0 to 1.
 */
public record AllocationSite(String place, String allocatedClass, long bytes, double share) {

    void writeTo(JsonText json) {
        json.open('{').text("place", place).text("class", allocatedClass).number("bytes", bytes).number("share", share).close('}');
    }
}
