package io.windrow.examples.soak;

import io.windrow.examples.soak.SoakRecord.Block;
import io.windrow.examples.soak.child.SoakSettings;
import io.windrow.metrics.trend.TrendVerdict.Trend;
import java.util.ArrayList;
import java.util.List;

/**
 * What a soak has shown: the exact counts first, then the trends, then the second load.
 *
 * @param counts   how many counts were compared.
 * @param growths  anonymous resident memory, all of it, and the live heap.
 * @param second   the second load.
 * @param findings what has grown; none for a pass.
 */
record SoakVerdict(int counts, List<Growth> growths, SecondLoad second, List<Finding> findings) {

    static final int PASSED = 0;
    static final int FOUND = 1;
    static final int INCONCLUSIVE = 5;

    private static final int RESIDENT = 1;
    private static final double PAGE_BYTES = 4_096;
    private static final double OBJECT_BYTES = 1_024;

    static SoakVerdict of(SoakRecord told, SoakSettings settings, double percent) {
        LedgerCheck ledger = new LedgerCheck(told, settings.days() + 1);
        List<Block> blocks = told.blocks(1, settings.days());
        List<Growth> growths = List.of(
            Growth.of("anonymous resident memory", blocks, Block::anonymousBytes, settings, percent, PAGE_BYTES),
            Growth.of("resident memory", blocks, Block::residentBytes, settings, percent, PAGE_BYTES),
            Growth.of("live heap", blocks, Block::heapBytes, settings, percent, OBJECT_BYTES));
        SecondLoad second = SecondLoad.of(told, settings, percent);
        List<Finding> findings = new ArrayList<>(ledger.findings());
        for (Growth growth : growths) {
            if (growth.verdict().trend() == Trend.GROWTH) {
                findings.add(new Finding(growth.name(), growth.name() + " " + growth.verdict().reason()));
            }
        }
        if (second.isTooMuch()) {
            findings.add(new Finding("second load", "a second load after a rest must add next to nothing: addedBytes=" + second.addedBytes()
                + ", allowedBytes=" + second.allowedBytes()));
        }
        return new SoakVerdict(ledger.size(), growths, second, List.copyOf(findings));
    }

    /** All resident memory, files that are mapped included. */
    Growth resident() {
        return growths.get(RESIDENT);
    }

    int exitCode() {
        if (!findings.isEmpty()) {
            return FOUND;
        }
        return growths.stream().allMatch(growth -> growth.verdict().trend() == Trend.NO_GROWTH) ? PASSED : INCONCLUSIVE;
    }

    String word() {
        return switch (exitCode()) {
            case PASSED -> "no growth";
            case FOUND -> "growth";
            default -> "inconclusive";
        };
    }
}
