package io.windrow.metrics.micrometer;

import java.util.HashSet;
import java.util.Set;

/** Names for labels: a second part of the same name is told apart by a number, as a registry would take it for the first. */
final class UniqueNames {

    private final Set<String> taken = new HashSet<>();

    /** The name, or the name with {@code -2}, {@code -3} and so on. */
    String take(String wanted) {
        String name = wanted;
        for (int i = 2; !taken.add(name); i++) {
            name = wanted + "-" + i;
        }
        return name;
    }

    void release(String name) {
        taken.remove(name);
    }
}
