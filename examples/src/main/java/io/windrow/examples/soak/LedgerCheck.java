package io.windrow.examples.soak;

import io.windrow.examples.soak.child.SoakProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares what is counted exactly at the end with the baseline, hour by hour: any difference is a finding. */
final class LedgerCheck {

    private static final int MOST_NAMES = 3;

    private final SoakRecord told;
    private final int last;

    LedgerCheck(SoakRecord told, int last) {
        this.told = told;
        this.last = last;
    }

    /** One for each count that differs; at night rather than at noon. */
    List<Finding> findings() {
        Map<String, Finding> found = new TreeMap<>();
        for (String hour : List.of(SoakProcess.NIGHT, SoakProcess.NOON)) {
            Map<String, Long> before = told.counts(told.baselineDay(), hour);
            Map<String, Long> after = told.counts(last, hour);
            TreeSet<String> names = new TreeSet<>(before.keySet());
            names.addAll(after.keySet());
            for (String name : names) {
                long change = after.getOrDefault(name, 0L) - before.getOrDefault(name, 0L);
                if (change != 0) {
                    found.putIfAbsent(name, new Finding(name, text(name, hour, change)));
                }
            }
        }
        return new ArrayList<>(found.values());
    }

    /** How many counts there are. */
    int size() {
        return told.counts(last, SoakProcess.NOON).size() + told.counts(last, SoakProcess.NIGHT).size();
    }

    private String text(String name, String hour, long change) {
        long after = told.counts(last, hour).getOrDefault(name, 0L);
        List<String> more = new ArrayList<>(told.names(last, hour, name));
        told.names(told.baselineDay(), hour, name).forEach(more::remove);
        String text = name + " must be what it was: baseline=" + (after - change) + ", " + hour + " of the last day=" + after;
        return more.isEmpty() ? text : text + ", new=" + more.subList(0, Math.min(MOST_NAMES, more.size()));
    }
}
