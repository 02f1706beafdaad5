package io.windrow.examples.run;

import io.windrow.buffers.Decimals;

/** Amounts with a unit and one decimal, for people; {@code -} where there is none. */
final class Amounts {

    private static final String[] UNITS = {"ns", "us", "ms", "s"};
    private static final int STEP = 1_000;
    private static final long TENTH_OF_MEGABYTE = 100_000;

    private Amounts() {
    }

    static void appendTime(StringBuilder text, long nanos) {
        if (nanos < 0) {
            text.append('-');
            return;
        }
        int unit = 0;
        long tenths = nanos * 10;
        while (unit < UNITS.length - 1 && tenths >= STEP * 10L) {
            tenths /= STEP;
            unit++;
        }
        Decimals.append(text, tenths, 1).append(UNITS[unit]);
    }

    static void appendMegabytes(StringBuilder text, long bytes) {
        if (bytes < 0) {
            text.append('-');
        } else {
            Decimals.append(text, bytes / TENTH_OF_MEGABYTE, 1).append("MB");
        }
    }
}
