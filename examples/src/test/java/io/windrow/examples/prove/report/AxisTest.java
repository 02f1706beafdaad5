package io.windrow.examples.prove.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.windrow.buffers.testing.Seeds;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AxisTest {

    private static final String ROUND = "(0\\.0*[125]|[125]0*)( [^0-9]+)";

    @Test
    void shouldCountInUnitsThatAReaderKnows() {
        assertThat(labels(Axis.linear(Unit.BYTES, 330 * Reports.MIB))).isEqualTo("0, 100 MiB, 200 MiB, 300 MiB, 400 MiB");
        assertThat(labels(Axis.linear(Unit.NANOS, 52.8e6))).isEqualTo("0, 20 ms, 40 ms, 60 ms");
        assertThat(labels(Axis.linear(Unit.PER_SECOND, 12.3e6))).isEqualTo("0, 5 M/s, 10 M/s, 15 M/s");
        assertThat(labels(Axis.time(6.2))).isEqualTo("0, 2 s, 4 s, 6 s");
        assertThat(labels(Axis.time(10 * 3600))).isEqualTo("0, 2 h, 4 h, 6 h, 8 h, 10 h");
        assertThat(labels(Axis.log(Unit.NANOS, 9e3, 7.7e6))).isEqualTo("10 µs, 100 µs, 1 ms, 10 ms");
        assertThat(labels(Axis.log(Unit.BYTES, 700, 30 * Reports.MIB))).isEqualTo("1 KiB, 10 KiB, 100 KiB, 1 MiB, 10 MiB");
        assertThat(labels(Axis.log(Unit.NANOS, 12e3, 90e3))).isEqualTo("10 µs, 20 µs, 50 µs, 100 µs");
        assertThat(labels(Axis.nines())).isEqualTo("50, 90, 99, 99.9, 99.99, 100");
    }

    @Test
    void shouldCoverTheDataWithAFewRoundEvenTicksFromZero() {
        Seeds.forEach(2_000, random -> {
            Unit unit = Unit.values()[random.nextInt(Unit.values().length)];
            double highest = Math.pow(10, random.nextDouble() * 14 - 2);
            Axis axis = Axis.linear(unit, highest);
            List<Axis.Tick> ticks = axis.ticks();
            assertThat(axis.at(0)).isZero();
            assertThat(axis.at(highest)).isBetween(0.5, 1.0);
            assertThat(ticks).hasSizeBetween(3, 7);
            assertThat(ticks.get(0).label()).isEqualTo("0");
            double step = ticks.get(1).value();
            assertThat(mantissa(step / Scale.fitting(unit, highest).size())).isIn(1L, 2L, 5L);
            for (int i = 0; i < ticks.size(); i++) {
                assertThat(ticks.get(i).value()).isCloseTo(i * step, within(step * 1e-6));
            }
        });
    }

    @Test
    void shouldCoverTheDataBetweenRoundTicksOfALogAxis() {
        Seeds.forEach(2_000, random -> {
            Unit unit = List.of(Unit.BYTES, Unit.NANOS, Unit.BYTES_PER_EVENT, Unit.PER_SECOND).get(random.nextInt(4));
            double lowest = Math.pow(10, random.nextDouble() * 8 - 3);
            double highest = lowest * Math.pow(10, random.nextDouble() * 5);
            Axis axis = Axis.log(unit, lowest, highest);
            assertThat(axis.at(lowest)).isBetween(0.0, 1.0);
            assertThat(axis.at(highest)).isBetween(axis.at(lowest), 1.0 + 1e-12);
            assertThat(axis.at(highest)).isGreaterThan(0.0);
            assertThat(axis.ticks()).hasSizeBetween(2, 12).allSatisfy(tick -> assertThat(tick.label()).matches(ROUND));
            rising(axis, random);
        });
    }

    @Test
    void shouldPutNothingAtTheStartOfALogAxis() {
        Axis axis = Axis.log(Unit.NANOS, 10e3, 1e6);
        assertThat(axis.at(0)).isZero();
        assertThat(axis.at(-5)).isZero();
        assertThat(axis.at(9)).isZero();
    }

    @Test
    void shouldHaveAnAxisWhereAllIsZero() {
        assertThat(Axis.linear(Unit.NANOS, 0).ticks()).hasSizeGreaterThan(1);
        assertThat(Axis.linear(Unit.NANOS, 0).at(0)).isZero();
        assertThat(Axis.time(0).at(0)).isZero();
        assertThat(Axis.log(Unit.NANOS, 0, 0).at(0)).isZero();
    }

    @Test
    void shouldLayNinesEvenly() {
        Axis axis = Axis.nines();
        double[] percentiles = {50, 90, 99, 99.9, 99.99, 100};
        for (int i = 0; i < percentiles.length; i++) {
            assertThat(axis.at(percentiles[i])).isCloseTo(i / 5.0, within(1e-9));
        }
        assertThat(axis.at(99.999)).isCloseTo(1, within(1e-9));
        assertThat(axis.at(10)).isZero();
        assertThat(axis.at(99.5)).isBetween(axis.at(99), axis.at(99.9));
    }

    private static void rising(Axis axis, Random random) {
        for (int i = 1; i < axis.ticks().size(); i++) {
            assertThat(axis.ticks().get(i).value()).isGreaterThan(axis.ticks().get(i - 1).value());
        }
        double value = axis.ticks().get(0).value() * (1 + random.nextDouble());
        assertThat(axis.at(value)).isLessThanOrEqualTo(axis.at(value * 1.01));
    }

    private static long mantissa(double step) {
        return Math.round(step / Math.pow(10, Math.floor(Math.log10(step * (1 + 1e-9)))));
    }

    private static String labels(Axis axis) {
        return axis.ticks().stream().map(Axis.Tick::label).collect(Collectors.joining(", "));
    }
}
