package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Allocations;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeikinAshiTest {

    private static final Instrument BTC = new Instrument(0, "BTCUSDT", 2, 5);
    private static final Timeframe MINUTE = Timeframe.minutes(1);
    private static final CandleSpec SOURCE = CandleSpec.of(MINUTE).capacity(10);
    private static final CandleSpec TARGET = CandleSpec.heikinAshi(MINUTE).capacity(10);

    private final OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
    private final List<String> told = new ArrayList<>();
    private final CandleListener note = new CandleListener() {

        @Override
        public void onCandle(CandleWindow window) {
            told.add(window.spec() + " " + window.newestSequence());
        }

        @Override
        public void onRevision(CandleWindow window, long sequence) {
            told.add(window.spec() + " revised " + sequence);
        }
    };

    @AfterEach
    void close() {
        memory.close();
    }

    @Test
    void shouldAverageACandleWithTheOneBefore() {
        CandleWindow source = CandleWindow.open(memory, BTC, SOURCE);
        CandleWindow target = CandleWindow.open(memory, BTC, TARGET);
        HeikinAshi heikinAshi = new HeikinAshi(target, note);
        append(source, heikinAshi, 0, 100, 110, 90, 105, 7);
        assertThat(prices(target)).as("close 101.25, open 102.5").containsExactly(103, 110, 90, 101);
        append(source, heikinAshi, 60, 105, 108, 104, 106, 8);
        assertThat(prices(target)).as("close 105.75, open 102, which is the low").containsExactly(102, 108, 102, 106);
        append(source, heikinAshi, 120, 80, 81, 79, 80, 9);
        assertThat(prices(target)).as("close 80, open 104, which is the high").containsExactly(104, 104, 79, 80);
        assertThat(target.openTimeNanos(0)).isEqualTo(120);
        assertThat(target.volume(0)).isEqualTo(9);
        assertThat(told).containsExactly("1m 0", "heikin-ashi 1m 0", "1m 1", "heikin-ashi 1m 1", "1m 2", "heikin-ashi 1m 2");
    }

    @Test
    void shouldRoundHalvesUpBelowZeroTooAndNeverOverflow() {
        assertThat(HeikinAshi.half(3, 4)).isEqualTo(4);
        assertThat(HeikinAshi.half(-3, -4)).isEqualTo(-3);
        assertThat(HeikinAshi.half(Long.MAX_VALUE, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThat(HeikinAshi.half(Long.MIN_VALUE, Long.MIN_VALUE)).isEqualTo(Long.MIN_VALUE);
        assertThat(HeikinAshi.half(Long.MIN_VALUE, Long.MAX_VALUE)).isZero();
        assertThat(HeikinAshi.quarter(1, 1, 0, 0)).isEqualTo(1);
        assertThat(HeikinAshi.quarter(1, 0, 0, 0)).isZero();
        assertThat(HeikinAshi.quarter(-1, -1, 0, 0)).isZero();
        assertThat(HeikinAshi.quarter(-1, -1, -1, 0)).isEqualTo(-1);
        assertThat(HeikinAshi.quarter(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThat(HeikinAshi.quarter(Long.MIN_VALUE, Long.MIN_VALUE, Long.MIN_VALUE, Long.MIN_VALUE)).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void shouldPassOnCandlesOfOtherFramesAndInstruments() {
        CandleWindow target = CandleWindow.open(memory, BTC, TARGET);
        HeikinAshi heikinAshi = new HeikinAshi(target, note);
        CandleWindow hours = CandleWindow.open(memory, BTC, CandleSpec.of(Timeframe.hours(1)));
        CandleWindow others = CandleWindow.open(memory, new Instrument(1, "ETHUSDT", 2, 5), SOURCE);
        CandleWindow ticks = CandleWindow.open(memory, BTC, CandleSpec.of(CandleKind.TICK, 3));
        for (CandleWindow window : List.of(hours, others, ticks)) {
            append(window, heikinAshi, 0, 1, 1, 1, 1, 1);
            heikinAshi.onRevision(window, 0);
        }
        assertThat(told).containsExactly("1h 0", "1h revised 0", "1m 0", "1m revised 0", "tick 3 0", "tick 3 revised 0");
        assertThat(target.size()).isZero();
        assertThat(heikinAshi.revisionsLeftOut()).isZero();
    }

    @Test
    void shouldTellOfEveryCandleThatARevisionChangesAndOfNoOther() {
        CandleWindow source = CandleWindow.open(memory, BTC, SOURCE);
        CandleWindow target = CandleWindow.open(memory, BTC, TARGET);
        HeikinAshi heikinAshi = new HeikinAshi(target, note);
        for (int i = 0; i < 5; i++) {
            append(source, heikinAshi, i, 100, 100, 100, 100, 1);
        }
        told.clear();
        revise(source, 3, CandleRing.HIGH, 110);
        heikinAshi.onRevision(source, 1);
        assertThat(told).as("close 102.5, open 101.5, 101, 101: rounded up they do not come back to 100").containsExactly("1m revised 1",
            "heikin-ashi 1m revised 1", "heikin-ashi 1m revised 2", "heikin-ashi 1m revised 3", "heikin-ashi 1m revised 4");
        assertThat(target.close(3)).isEqualTo(103);
        assertThat(target.open(3)).as("a candle's own change leaves its open").isEqualTo(100);
        assertThat(target.open(2)).isEqualTo(102);
        assertThat(target.read(2, new CandleSnapshot())).as("for other threads the change has ended").isEqualTo(ReadStatus.OK);
        told.clear();
        revise(source, 2, CandleRing.VOLUME, 5);
        heikinAshi.onRevision(source, 2);
        assertThat(told).containsExactly("1m revised 2", "heikin-ashi 1m revised 2");
        assertThat(target.volume(2)).isEqualTo(5);
    }

    @Test
    void shouldWorkOutTheFirstOpenAnewWhenTheFirstCandleChanges() {
        CandleWindow source = CandleWindow.open(memory, BTC, SOURCE);
        CandleWindow target = CandleWindow.open(memory, BTC, TARGET);
        HeikinAshi heikinAshi = new HeikinAshi(target, note);
        append(source, heikinAshi, 0, 100, 110, 90, 110, 1);
        revise(source, 0, CandleRing.CLOSE, 90);
        heikinAshi.onRevision(source, 0);
        assertThat(prices(target)).containsExactly(95, 110, 90, 98);
    }

    @Test
    void shouldLeaveOutAndCountARevisionOfACandleThatItDoesNotKeep() {
        CandleWindow source = CandleWindow.open(memory, BTC, SOURCE);
        CandleWindow target = CandleWindow.open(memory, BTC, TARGET.capacity(2));
        HeikinAshi heikinAshi = new HeikinAshi(target, note);
        source.append(0, 50, 50, 50, 50, 1);
        for (int i = 1; i < 4; i++) {
            append(source, heikinAshi, i, 100, 100, 100, 100, 1);
        }
        told.clear();
        revise(source, 2, CandleRing.HIGH, 110);
        heikinAshi.onRevision(source, 1);
        heikinAshi.onRevision(source, 0);
        assertThat(told).containsExactly("1m revised 1", "1m revised 0");
        assertThat(heikinAshi.revisionsLeftOut()).isEqualTo(2);
        assertThat(target.open(1)).isEqualTo(100);
        revise(source, 1, CandleRing.LOW, 90);
        heikinAshi.onRevision(source, 2);
        assertThat(prices(target)).as("the oldest kept can change: close 97.5, the next open 99").containsExactly(99, 100, 99, 100);
        assertThat(heikinAshi.revisionsLeftOut()).isEqualTo(2);
    }

    @Test
    void shouldRefuseATargetOfAnotherKindOrWithCandlesOrValuesOfItsOwn() {
        CandleWindow source = CandleWindow.open(memory, BTC, SOURCE);
        assertThatThrownBy(() -> new HeikinAshi(source, note)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("the target must be of Heikin-Ashi candles: target=candles of BTCUSDT, 1m");
        CandleWindow used = CandleWindow.open(memory, BTC, TARGET);
        used.append(0, 1, 1, 1, 1, 1);
        assertThatThrownBy(() -> new HeikinAshi(used, note)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("Heikin-Ashi candles begin with an empty window: size=1, target=candles of BTCUSDT, heikin-ashi 1m");
        HeikinAshi full = new HeikinAshi(CandleWindow.open(memory, BTC, TARGET.layout(CandleLayout.FULL)), note);
        assertThatThrownBy(() -> append(source, full, 0, 1, 1, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("the target keeps no value that the source does not: target=FULL, source=OHLCV");
        assertThat(told).containsExactly("1m 0");
    }

    @Test
    void shouldAllocateNothing() {
        CandleWindow source = CandleWindow.open(memory, BTC, SOURCE);
        HeikinAshi heikinAshi = new HeikinAshi(CandleWindow.open(memory, BTC, TARGET), window -> { });
        long[] now = new long[1];
        Allocations.assertNone(() -> {
            append(source, heikinAshi, ++now[0], 100, 100 + now[0] % 7, 90, 95, 1);
            revise(source, source.size() - 1, CandleRing.HIGH, 200);
            heikinAshi.onRevision(source, source.oldestSequence());
        });
    }

    private static void append(CandleWindow window, CandleListener to, long time, long open, long high, long low, long close, long volume) {
        window.append(time, open, high, low, close, volume);
        to.onCandle(window);
    }

    private static void revise(CandleWindow window, int ago, int column, long value) {
        window.beginRevision();
        window.revise(column, ago, value);
        window.endRevision();
    }

    private static long[] prices(CandleWindow window) {
        return new long[] {window.open(0), window.high(0), window.low(0), window.close(0)};
    }
}
