package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Seeds;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Trades, late ones too, into a builder with Heikin-Ashi behind it: whenever something closed or changed, its candles are those that
 * decimals give for all trades so far, and a listener that copies only what it is told of has the same.
 */
class HeikinAshiRandomTest {

    private static final Instrument BTC = new Instrument(0, "BTCUSDT", 2, 5);
    private static final long SECOND = 1_000_000_000L;
    private static final CandlePolicy MERGE = CandlePolicy.merge(10 * SECOND);
    private static final int TRADES = 150;

    @Test
    void shouldHaveTheCandlesThatDecimalsGiveForAllTradesSoFar() {
        Seeds.forEach(60, random -> {
            CandleLayout layout = CandleLayout.values()[random.nextInt(2)];
            GapPolicy gaps = GapPolicy.values()[random.nextInt(2)];
            try (OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20)) {
                new Run(memory, layout, gaps, random).run();
            }
        });
    }

    private static final class Run implements CandleListener {

        private final Random random;
        private final CandleWindow target;
        private final CandleBuilder builder;
        private final TreeMap<Long, List<long[]>> tradesBySecond = new TreeMap<>();
        private final List<long[]> copied = new ArrayList<>();
        private final GapPolicy gaps;
        private int revised;

        Run(OffHeapMemory memory, CandleLayout layout, GapPolicy gaps, Random random) {
            this.random = random;
            this.gaps = gaps;
            CandleSpec seconds = CandleSpec.of(Timeframe.seconds(1)).capacity(TRADES * 10).layout(layout).gaps(gaps);
            target = CandleWindow.open(memory, BTC, CandleSpec.heikinAshi(Timeframe.seconds(1)).capacity(TRADES * 10).layout(layout));
            builder = CandleBuilder.open(memory, BTC, MERGE, new HeikinAshi(target, this), seconds);
        }

        @Override
        public void onCandle(CandleWindow window) {
            if (window == target) {
                copied.add(row(0));
            }
        }

        @Override
        public void onRevision(CandleWindow window, long sequence) {
            if (window == target) {
                copied.set((int) sequence, row((int) (target.newestSequence() - sequence)));
                revised++;
            }
        }

        void run() {
            long now = SECOND * (random.nextInt(100) - 50);
            for (int i = 0; i < TRADES; i++) {
                now += random.nextInt(3) == 0 ? random.nextInt(3) * SECOND : random.nextInt((int) SECOND / 2);
                long time = random.nextInt(4) == 0 ? now - (long) (random.nextDouble() * 8 * SECOND) : now;
                trade(time, random.nextInt(2000) - 300, random.nextInt(1000));
                assertSameCandles();
            }
            assertThat(revised).isPositive();
        }

        private void trade(long time, long price, long quantity) {
            IngestResult result = builder.onTrade(time, price, quantity, 0, 1);
            if (result == IngestResult.ACCEPTED || result == IngestResult.LATE_MERGED) {
                long second = Math.floorDiv(time, SECOND);
                tradesBySecond.computeIfAbsent(second, none -> new ArrayList<>()).add(new long[] {time, price, quantity});
            }
        }

        private void assertSameCandles() {
            List<long[]> expected = expected();
            assertThat(copied.size()).isEqualTo(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                assertThat(copied.get(i)).as("candle %s as told", i).isEqualTo(expected.get(i));
                assertThat(row((int) (target.newestSequence() - i))).as("candle %s as kept", i).isEqualTo(expected.get(i));
            }
        }

        private long[] row(int ago) {
            CandleLayout layout = target.spec().layout();
            return Arrays.stream(CandleField.values()).filter(layout::has).mapToLong(field -> target.value(field, ago)).toArray();
        }

        private List<long[]> expected() {
            List<long[]> rows = new ArrayList<>();
            BigDecimal open = null;
            BigDecimal close = null;
            for (long[] candle : sourceCandles()) {
                BigDecimal sum = decimal(candle[1]).add(decimal(candle[2])).add(decimal(candle[3])).add(decimal(candle[4]));
                open = round(open == null ? decimal(candle[1]).add(decimal(candle[4])) : open.add(close), 2);
                close = round(sum, 4);
                long[] row = candle.clone();
                row[1] = mantissa(open);
                row[2] = mantissa(open.max(close).max(decimal(candle[2])));
                row[3] = mantissa(open.min(close).min(decimal(candle[3])));
                row[4] = mantissa(close);
                rows.add(Arrays.copyOf(row, target.columns()));
            }
            return rows;
        }

        /** The closed candles of time, from all trades: as many as the builder has closed. */
        private List<long[]> sourceCandles() {
            List<long[]> candles = new ArrayList<>();
            for (var entry : tradesBySecond.entrySet()) {
                for (long gap = next(candles); gaps == GapPolicy.FLAT && !candles.isEmpty() && gap < entry.getKey(); gap++) {
                    long last = candles.get(candles.size() - 1)[4];
                    candles.add(new long[] {gap * SECOND, last, last, last, last, 0, 0, 0, 0, 0});
                }
                candles.add(candle(entry.getKey() * SECOND, entry.getValue()));
            }
            return candles.subList(0, candles.size() - 1);
        }

        private static long next(List<long[]> candles) {
            return candles.isEmpty() ? 0 : candles.get(candles.size() - 1)[0] / SECOND + 1;
        }

        private static long[] candle(long openTime, List<long[]> trades) {
            List<long[]> byTime = new ArrayList<>(trades);
            byTime.sort(Comparator.comparingLong(trade -> trade[0]));
            long high = trades.stream().mapToLong(trade -> trade[1]).max().orElseThrow();
            long low = trades.stream().mapToLong(trade -> trade[1]).min().orElseThrow();
            long volume = trades.stream().mapToLong(trade -> trade[2]).sum();
            long quote = trades.stream().mapToLong(trade -> trade[1] * trade[2]).sum();
            long close = byTime.get(byTime.size() - 1)[1];
            return new long[] {openTime, byTime.get(0)[1], high, low, close, volume, quote, trades.size(), volume, quote};
        }

        private static BigDecimal decimal(long mantissa) {
            return BigDecimal.valueOf(mantissa, BTC.priceDecimals());
        }

        private static long mantissa(BigDecimal price) {
            return price.movePointRight(BTC.priceDecimals()).longValueExact();
        }

        /** Halves up: half a unit more, and what is left over cut off below. */
        private static BigDecimal round(BigDecimal sum, int parts) {
            return sum.divide(BigDecimal.valueOf(parts)).add(new BigDecimal("0.005")).setScale(BTC.priceDecimals(), RoundingMode.FLOOR);
        }
    }
}
