package io.windrow.pipeline.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.windrow.buffers.Instrument;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.testing.Allocations;
import io.windrow.pipeline.feeds.Feeds.Trade;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TradeGeneratorTest {

    private static final long SECOND_NANOS = 1_000_000_000L;

    @Test
    void shouldGiveTheSameTradesForTheSameSeedAndOthersForAnother() throws IOException {
        TradeGenerator generator = TradeGenerator.builder().trades(10_000).seed(7).build();
        List<Trade> trades = Feeds.replay(generator);
        assertThat(trades).hasSize(10_000).isEqualTo(Feeds.replay(generator))
            .isEqualTo(Feeds.replay(TradeGenerator.builder().trades(10_000).seed(7).build()))
            .isNotEqualTo(Feeds.replay(TradeGenerator.builder().trades(10_000).seed(8).build()));
    }

    @Test
    void shouldGiveTheSameTradesOnEveryMachine() {
        long[] hash = new long[1];
        TradeGenerator.builder().trades(100_000).instruments(300).seed(42).build().replay((id, time, price, quantity, tradeId, side) ->
            hash[0] = ((((((hash[0] * 31 + id) * 31 + time) * 31 + price) * 31 + quantity) * 31 + tradeId) * 31) + side);
        assertThat(hash[0]).isEqualTo(4233920352305084474L);
    }

    @Test
    void shouldKeepTheRulesOfATrade() {
        int instruments = 50;
        long[] lastTime = {TradeGenerator.DEFAULT_START_NANOS};
        long[] ids = new long[instruments];
        TradeGenerator.builder().trades(1_000_000).instruments(instruments).build().replay((id, time, price, quantity, tradeId, side) -> {
            if (time < lastTime[0] || price <= 0 || quantity <= 0 || tradeId != ids[id] + 1 || side * side != 1) {
                throw new AssertionError("time=" + time + ", price=" + price + ", quantity=" + quantity + ", id=" + tradeId + ", side="
                    + side);
            }
            lastTime[0] = time;
            ids[id] = tradeId;
        });
        assertThat(ids).doesNotContain(0L);
        // Zipf: the first trades about ten times as often as the tenth.
        assertThat((double) ids[0] / ids[9]).isBetween(8.0, 12.0);
    }

    @Test
    void shouldKeepTheRate() {
        for (int rate : new int[] {1, 170, 1_000_000}) {
            long[] lastTime = new long[1];
            TradeGenerator.builder().trades(1_000_000).tradesPerSecond(rate).build()
                .replay((id, time, price, quantity, tradeId, side) -> lastTime[0] = time);
            double seconds = (lastTime[0] - TradeGenerator.DEFAULT_START_NANOS) / (double) SECOND_NANOS;
            assertThat(1_000_000 / seconds / rate).isCloseTo(1, within(0.15));
        }
    }

    @Test
    void shouldMoveByTicksAndBounce() {
        int instruments = 20;
        long[] last = new long[instruments];
        long[] tick = new long[instruments];
        long[] lastMove = new long[instruments];
        long[] moves = new long[3];
        TradeGenerator generator = TradeGenerator.builder().trades(500_000).instruments(instruments).seed(3).build();
        generator.replay((id, time, price, quantity, tradeId, side) -> {
            long move = Math.abs(price - last[id]);
            tick[id] = last[id] == 0 || move == 0 ? tick[id] : tick[id] == 0 ? move : Math.min(tick[id], move);
            last[id] = price;
        });

        Arrays.fill(last, 0);
        generator.replay((id, time, price, quantity, tradeId, side) -> {
            long move = last[id] == 0 ? 0 : price - last[id];
            assertThat(move % tick[id]).isZero();
            if (move != 0) {
                moves[0]++;
                moves[1] += Math.abs(move) == tick[id] ? 1 : 0;
                moves[2] += lastMove[id] * move < 0 ? 1 : 0;
                lastMove[id] = move;
            }
            last[id] = price;
        });
        assertThat((double) moves[0] / 500_000).as("share of trades that move the price").isBetween(0.2, 0.7);
        assertThat((double) moves[1] / moves[0]).as("share of moves by one tick").isGreaterThan(0.7);
        assertThat((double) moves[2] / moves[0]).as("share of moves that go back").isGreaterThan(0.5);
        assertThat(tick).contains(1, 5, 10, 25);
    }

    @Test
    void shouldClusterInTimeAndBySide() {
        int[] perSecond = new int[7_000];
        long[] sides = new long[3];
        long[] lastSide = new long[10];
        TradeGenerator.builder().trades(1_000_000).seed(5).build().replay((id, time, price, quantity, tradeId, side) -> {
            int second = (int) ((time - TradeGenerator.DEFAULT_START_NANOS) / SECOND_NANOS);
            perSecond[Math.min(second, perSecond.length - 1)]++;
            sides[0] += lastSide[id] == side ? 1 : 0;
            sides[1] += side > 0 ? 1 : 0;
            lastSide[id] = side;
        });
        double mean = 0;
        double variance = 0;
        double neighbours = 0;
        int seconds = 4_000;
        for (int i = 0; i < seconds; i++) {
            mean += (double) perSecond[i] / seconds;
        }
        for (int i = 0; i < seconds; i++) {
            variance += (perSecond[i] - mean) * (perSecond[i] - mean) / seconds;
            neighbours += (perSecond[i] - mean) * (perSecond[i + 1] - mean) / seconds;
        }
        assertThat(variance / mean).as("variance over mean of counts per second; 1 if arrivals had no memory").isGreaterThan(5);
        assertThat(neighbours / variance).as("correlation of neighbouring seconds").isGreaterThan(0.3);
        assertThat(sides[0] / 1e6).as("share of trades on the side of the one before").isGreaterThan(0.7);
        assertThat(sides[1] / 1e6).as("share of buys").isBetween(0.45, 0.55);
    }

    @Test
    void shouldHaveAFewLargeQuantities() {
        long[] counts = new long[3];
        TradeGenerator.builder().trades(300_000).instruments(1).seed(2).build().replay((id, time, price, quantity, tradeId, side) -> {
            counts[0] = counts[0] == 0 ? quantity : Math.min(counts[0], quantity);
            counts[1] = Math.max(counts[1], quantity);
            counts[2] += quantity;
        });
        double mean = counts[2] / 300_000.0;
        assertThat(counts[1] / mean).as("largest over mean").isGreaterThan(50);
        assertThat(counts[2] % counts[0]).as("all are whole lots").isZero();
    }

    @Test
    void shouldNameItsInstruments() {
        InstrumentRegistry registry = TradeGenerator.builder().instruments(200).build().registry();
        assertThat(registry.size()).isEqualTo(200);
        assertThat(registry.get(0)).isEqualTo(new Instrument(0, "OATUSD", 2, 3));
        assertThat(registry.get(16).symbol()).isEqualTo("OATEUR");
        assertThat(registry.get(64).symbol()).isEqualTo("OAT1USD");
    }

    @Test
    void shouldDrawByWeight() {
        AliasTable table = new AliasTable(new double[] {1, 0, 6, 3});
        SplitMix random = new SplitMix(1);
        int[] counts = new int[4];
        for (int i = 0; i < 1_000_000; i++) {
            counts[table.draw(random.next())]++;
        }
        assertThat(counts[0] / 1e6).isCloseTo(0.1, within(0.005));
        assertThat(counts[1]).isZero();
        assertThat(counts[2] / 1e6).isCloseTo(0.6, within(0.005));
        assertThat(counts[3] / 1e6).isCloseTo(0.3, within(0.005));
    }

    @Test
    void shouldRefuseWhatIsOutOfRange() {
        assertThatThrownBy(() -> TradeGenerator.builder().instruments(0)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("instruments must be 1 to 1000000: instruments=0");
        assertThatThrownBy(() -> TradeGenerator.builder().tradesPerSecond(0))
            .hasMessage("tradesPerSecond must be 1 to 1000000: tradesPerSecond=0");
        assertThat(TradeGenerator.builder().trades(0).build().trades()).isZero();
    }

    @Test
    void shouldAllocateNothingPerTrade() {
        TradeListener none = (id, time, price, quantity, tradeId, side) -> { };
        TradeGenerator few = TradeGenerator.builder().trades(1_000).build();
        TradeGenerator many = TradeGenerator.builder().trades(1_000_000).build();
        few.replay(none);
        many.replay(none);
        many.replay(none);
        long starting = Allocations.leastBytes(() -> few.replay(none));
        assertThat(Allocations.leastBytes(() -> many.replay(none)) - starting).as("bytes for 999,000 trades more").isLessThan(500);
    }
}
