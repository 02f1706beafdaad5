package io.windrow.pipeline.feeds;

/** Random bits from a counter, mixed (the 64-bit finalizer of MurmurHash3, variant 13): fast, seeded, the same everywhere. */
final class SplitMix {

    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final long FIRST_FACTOR = 0xBF58476D1CE4E5B9L;
    private static final long SECOND_FACTOR = 0x94D049BB133111EBL;

    private long counter;

    SplitMix(long seed) {
        counter = seed;
    }

    long next() {
        counter += STEP;
        long bits = (counter ^ counter >>> 30) * FIRST_FACTOR;
        bits = (bits ^ bits >>> 27) * SECOND_FACTOR;
        return bits ^ bits >>> 31;
    }
}
