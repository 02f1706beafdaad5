package io.windrow.examples.footprint;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Divides the mappings of a JVM on Linux among the {@link MemoryPart}s, by their names, and where they have none by what is beside them:
 *
 * <ul>
 * <li>the heap is the first row of neighbours, held or in use, that is as long as the heap may grow;
 * <li>what may be executed is compiled code;
 * <li>a stack lies right behind a guard of a few pages that may not be touched;
 * <li>an arena of the C library is in use though the kernel does not charge for it;
 * <li>metaspace is a row of 64 MiB that begins at a multiple of 4 MiB, or as long as the class space;
 * <li>what follows the last mapping of libjvm is its data.
 * </ul>
 *
 * What fits none of it is {@link MemoryPart#NAMELESS}, never left out.
 */
final class MemoryLayout {

    private static final long MIB = 1 << 20;
    private static final long METASPACE_PIECE = 64 * MIB;
    private static final long METASPACE_STEP = 4 * MIB;
    private static final long LARGEST_GUARD = 32 << 10;
    private static final long LARGEST_STACK = 64 * MIB;

    private final List<Mapping> mappings;
    private final Reservations reservations;
    private final MemoryPart[] known;

    /**
     * Looks at mappings.
     *
     * @param mappings in the order of their addresses.
     * @param heapBytes the most the heap may grow to, or less than 1 if it is not known.
     * @param classSpaceBytes address space of the class space, or less than 1.
     */
    MemoryLayout(List<Mapping> mappings, long heapBytes, long classSpaceBytes) {
        this.mappings = mappings;
        reservations = new Reservations(mappings);
        known = new MemoryPart[mappings.size()];
        markHeap(heapBytes, classSpaceBytes);
        markMetaspace(classSpaceBytes);
    }

    /** Resident bytes of each part; the ledger's are still among the others. */
    Map<MemoryPart, Long> parts() {
        Map<MemoryPart, Long> parts = new EnumMap<>(MemoryPart.class);
        for (MemoryPart part : MemoryPart.values()) {
            parts.put(part, 0L);
        }
        for (int i = 0; i < known.length; i++) {
            Mapping mapping = mappings.get(i);
            MemoryPart part = known[i] == null ? part(i) : known[i];
            MemoryPart written = written(part);
            parts.merge(written, mapping.anonymousBytes(), Long::sum);
            parts.merge(part, mapping.residentBytes() - mapping.anonymousBytes(), Long::sum);
        }
        return parts;
    }

    private void markHeap(long heapBytes, long classSpaceBytes) {
        for (int i = 0; heapBytes > 0 && i < known.length; i++) {
            if (mappings.get(i).isPlain() && reservations.covers(i, heapBytes, mapping -> !mapping.isExecutable(), true)) {
                long end = mappings.get(i).start() + heapBytes;
                int behind = mark(i, end, MemoryPart.HEAP);
                if (mappings.get(behind - 1).end() > end && !mappings.get(behind - 1).isHeld()) {
                    // Without an archive the class space may follow at once; its first pages are then of one mapping with the heap.
                    mark(behind, end + classSpaceBytes, MemoryPart.METASPACE);
                }
                return;
            }
        }
    }

    private void markMetaspace(long classSpaceBytes) {
        for (int i = 0; i < known.length; i++) {
            Mapping first = mappings.get(i);
            if (known[i] != null || !isJvmMemory(first)) {
                continue;
            }
            if (classSpaceBytes > 0 && reservations.covers(i, classSpaceBytes, this::isJvmSpace, false)) {
                mark(i, first.start() + classSpaceBytes, MemoryPart.METASPACE);
            } else if (first.start() % METASPACE_STEP == 0 && reservations.covers(i, METASPACE_PIECE, this::isJvmSpace, false)) {
                mark(i, first.start() + METASPACE_PIECE, MemoryPart.METASPACE);
            }
        }
    }

    /** Up to an address; returns the place behind. */
    private int mark(int first, long end, MemoryPart part) {
        int place = first;
        while (place < known.length && mappings.get(place).start() < end) {
            known[place] = part;
            place++;
        }
        return place;
    }

    private boolean isJvmMemory(Mapping mapping) {
        return mapping.isPlain() && !mapping.uncharged();
    }

    private boolean isJvmSpace(Mapping mapping) {
        return mapping.isHeld() || isJvmMemory(mapping);
    }

    private MemoryPart part(int place) {
        Mapping mapping = mappings.get(place);
        return mapping.isNameless() ? nameless(place) : named(mapping.name());
    }

    private MemoryPart nameless(int place) {
        Mapping mapping = mappings.get(place);
        if (mapping.isExecutable()) {
            return MemoryPart.CODE;
        }
        if (mapping.isPlain() && mapping.uncharged()) {
            return MemoryPart.MALLOC;
        }
        if (mapping.isPlain() && reservations.isNeighbour(place)) {
            Mapping before = mappings.get(place - 1);
            if (before.name().endsWith("/libjvm.so")) {
                return MemoryPart.LIBJVM_DATA;
            }
            if (before.isHeld() && before.sizeBytes() <= LARGEST_GUARD && mapping.sizeBytes() <= LARGEST_STACK) {
                return MemoryPart.STACKS;
            }
        }
        return MemoryPart.NAMELESS;
    }

    private static MemoryPart named(String name) {
        if (name.equals("[heap]")) {
            return MemoryPart.MALLOC;
        }
        if (name.startsWith("[stack")) {
            return MemoryPart.STACKS;
        }
        if (name.endsWith("/libjvm.so")) {
            return MemoryPart.LIBJVM;
        }
        if (name.endsWith(".jsa") || name.endsWith(".aot")) {
            return MemoryPart.ARCHIVE;
        }
        if (name.endsWith("/lib/modules")) {
            return MemoryPart.MODULES;
        }
        boolean library = name.endsWith(".so") || name.contains(".so.") || name.endsWith("/bin/java");
        return library ? MemoryPart.LIBRARIES : MemoryPart.REST;
    }

    /** Where the pages of a file go that were written to. */
    private static MemoryPart written(MemoryPart part) {
        return switch (part) {
            case LIBJVM -> MemoryPart.LIBJVM_DATA;
            case ARCHIVE -> MemoryPart.ARCHIVE_PRIVATE;
            default -> part;
        };
    }
}
