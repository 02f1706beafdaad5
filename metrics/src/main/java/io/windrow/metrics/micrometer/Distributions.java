package io.windrow.metrics.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The distributions of a binding, in each registry that is behind the one it is bound to: in the members of a composite one by one, because
 * one of them may take a histogram where another takes a timer. For one thread at a time.
 */
final class Distributions {

    private final MeterRegistry registry;
    private final Map<MeterRegistry, Leaf> leaves = new IdentityHashMap<>();
    private final List<Shown> shown = new ArrayList<>();

    /** A distribution in its family. */
    private record Shown(Family family, Distribution distribution) {
    }

    Distributions(MeterRegistry registry) {
        this.registry = registry;
    }

    void add(Family family, Distribution distribution) {
        shown.add(new Shown(family, distribution));
        for (Leaf leaf : leaves.values()) {
            leaf.add(family, distribution);
        }
    }

    void remove(Family family, Distribution distribution) {
        hide(distribution);
        for (Leaf leaf : leaves.values()) {
            leaf.remove(family, distribution);
        }
    }

    /** By identity; a record's own {@code equals} is made at run time, of thirty classes. */
    private void hide(Distribution distribution) {
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).distribution == distribution) {
                shown.remove(i);
                return;
            }
        }
    }

    /** Looks for registries that have joined or left a composite. */
    void refresh() {
        if (!(registry instanceof CompositeMeterRegistry composite)) {
            if (leaves.isEmpty()) {
                join(registry);
            }
            return;
        }
        Map<MeterRegistry, Leaf> present = new IdentityHashMap<>();
        visit(composite.getRegistries(), present);
        for (Iterator<MeterRegistry> all = leaves.keySet().iterator(); all.hasNext();) {
            MeterRegistry one = all.next();
            if (!present.containsKey(one)) {
                leaves.get(one).close();
                all.remove();
            }
        }
    }

    void close() {
        for (Leaf leaf : leaves.values()) {
            leaf.close();
        }
        leaves.clear();
        shown.clear();
    }

    private void visit(Set<MeterRegistry> registries, Map<MeterRegistry, Leaf> present) {
        for (MeterRegistry one : registries) {
            if (one instanceof CompositeMeterRegistry composite) {
                visit(composite.getRegistries(), present);
            } else {
                present.put(one, null);
                if (!leaves.containsKey(one)) {
                    join(one);
                }
            }
        }
    }

    private void join(MeterRegistry one) {
        Leaf leaf = Leaf.of(one);
        leaves.put(one, leaf);
        for (Shown each : shown) {
            leaf.add(each.family, each.distribution);
        }
    }
}
