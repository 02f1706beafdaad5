package io.windrow.examples.footprint;

import java.util.List;
import java.util.function.Predicate;

/**
 * Finds what the JVM reserved in one piece. The kernel lists such a piece as a row of neighbours, what is in use between what is only held;
 * that row begins at the piece's first address and goes at least to its last.
 */
final class Reservations {

    private final List<Mapping> mappings;

    Reservations(List<Mapping> mappings) {
        this.mappings = mappings;
    }

    boolean isNeighbour(int place) {
        return place > 0 && mappings.get(place - 1).end() == mappings.get(place).start();
    }

    /**
     * Whether a piece of this length may begin at a mapping.
     *
     * @param member what all mappings in it are.
     * @param mayMelt whether memory in use behind it may be of one mapping with its last.
     */
    boolean covers(int place, long lengthBytes, Predicate<Mapping> member, boolean mayMelt) {
        long end = mappings.get(place).start() + lengthBytes;
        for (int i = place; i < mappings.size() && (i == place || isNeighbour(i)); i++) {
            Mapping mapping = mappings.get(i);
            if (!member.test(mapping)) {
                return false;
            }
            if (mapping.end() >= end) {
                // The kernel makes one of neighbours that are held.
                return mapping.end() == end || mapping.isHeld() || mayMelt && mapping.isPlain();
            }
        }
        return false;
    }
}
