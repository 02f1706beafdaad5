package io.windrow.examples.footprint;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the resident memory of a process goes. The sum of the parts is the resident memory of all its mappings, to the byte.
 *
 * @param bytes of each part.
 * @param offHeap bytes of each owner by the ledger, all of which are taken to be resident: blocks are zeroed when they are made.
 */
record MemoryParts(Map<MemoryPart, Long> bytes, SortedMap<String, Long> offHeap) {

    /**
     * Divides mappings.
     *
     * @param mappings in the order of their addresses.
     * @param heapBytes the most the heap may grow to, or less than 1.
     * @param classSpaceBytes address space of the class space, or less than 1.
     * @param offHeap the ledger's owners.
     */
    static MemoryParts of(List<Mapping> mappings, long heapBytes, long classSpaceBytes, Map<String, Long> offHeap) {
        Map<MemoryPart, Long> bytes = new MemoryLayout(mappings, heapBytes, classSpaceBytes).parts();
        long booked = offHeap.values().stream().mapToLong(Long::longValue).sum();
        // Blocks come from the C library, which maps the large ones without a name and has the small ones in its heap.
        long left = take(bytes, MemoryPart.NAMELESS, booked);
        left = take(bytes, MemoryPart.MALLOC, left);
        bytes.put(MemoryPart.OFF_HEAP, booked - left);
        return new MemoryParts(bytes, new TreeMap<>(offHeap));
    }

    private static long take(Map<MemoryPart, Long> bytes, MemoryPart from, long wanted) {
        long taken = Math.min(wanted, bytes.get(from));
        bytes.merge(from, -taken, Long::sum);
        return wanted - taken;
    }

    long total() {
        return bytes.values().stream().mapToLong(Long::longValue).sum();
    }
}
