package io.windrow.examples.soak;

import io.windrow.examples.soak.SoakRecord.Block;
import io.windrow.examples.soak.child.SoakSettings;
import java.util.List;

/**
 * What the day after the rest has added to the last day before it: a program that only had not touched all of its memory yet adds nothing.
 *
 * @param addedBytes   anonymous resident memory, floor against floor.
 * @param allowedBytes the most it may be.
 */
record SecondLoad(long addedBytes, long allowedBytes) {

    /** Below this nothing is said: the virtual machine compiles and links a little all the time. */
    private static final long LEAST_BYTES = 512 << 10;
    private static final double PERCENT = 100;

    static SecondLoad of(SoakRecord told, SoakSettings settings, double percent) {
        long before = floor(told.blocks(settings.days(), settings.days()));
        long after = floor(told.blocks(settings.days() + 1, settings.days() + 1));
        double share = (double) settings.events() / SoakSettings.dayEvents(settings.rate());
        return new SecondLoad(after - before, Math.max(LEAST_BYTES, (long) (percent / PERCENT * before * share)));
    }

    boolean isTooMuch() {
        return addedBytes > allowedBytes;
    }

    private static long floor(List<Block> blocks) {
        return blocks.stream().filter(block -> block.samples() > 0).mapToLong(Block::anonymousBytes).min().orElseThrow();
    }
}
