package io.windrow.examples.prove.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** A multiple of a unit that a reader knows, such as MiB: what an axis counts in. */
record Scale(double size, String suffix) {

    private static final double KIBI = 1024;
    private static final double KILO = 1000;
    private static final List<Scale> BYTES = List.of(new Scale(1, " B"), new Scale(KIBI, " KiB"), new Scale(KIBI * KIBI, " MiB"),
        new Scale(KIBI * KIBI * KIBI, " GiB"), new Scale(KIBI * KIBI * KIBI * KIBI, " TiB"));
    private static final List<Scale> NANOS = List.of(
        new Scale(1, " ns"), new Scale(KILO, " µs"), new Scale(KILO * KILO, " ms"), new Scale(KILO * KILO * KILO, " s"));
    private static final List<Scale> SECONDS = List.of(new Scale(1, " s"), new Scale(60, " min"), new Scale(3600, " h"));
    private static final List<Scale> PER_SECOND = List.of(
        new Scale(1, " /s"), new Scale(KILO, " k/s"), new Scale(KILO * KILO, " M/s"), new Scale(KILO * KILO * KILO, " G/s"));
    private static final List<Scale> BYTES_PER_EVENT = List.of(new Scale(1, " B"));
    private static final List<Scale> COUNT = List.of(new Scale(1, ""));

    /** Minutes and hours begin where there are at least this many of them. */
    private static final double FEWEST_OF_A_CLOCK = 3;

    /** Every scale of a unit, the smallest first. */
    static List<Scale> of(Unit unit) {
        switch (unit) {
            case BYTES:
                return BYTES;
            case NANOS:
                return NANOS;
            case SECONDS:
                return SECONDS;
            case PER_SECOND:
                return PER_SECOND;
            case BYTES_PER_EVENT:
                return BYTES_PER_EVENT;
            default:
                return COUNT;
        }
    }

    /** The largest scale that a value has at least one of. */
    static Scale fitting(Unit unit, double value) {
        double least = unit == Unit.SECONDS ? FEWEST_OF_A_CLOCK : 1;
        Scale fitting = of(unit).get(0);
        for (Scale scale : of(unit)) {
            if (value >= least * scale.size()) {
                fitting = scale;
            }
        }
        return fitting;
    }

    /** A value in this scale, without digits that say nothing. */
    String label(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal scaled = BigDecimal.valueOf(value / size).setScale(9, RoundingMode.HALF_UP).stripTrailingZeros();
        return scaled.toPlainString() + suffix;
    }
}
