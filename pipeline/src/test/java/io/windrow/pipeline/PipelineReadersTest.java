package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.CandleSnapshot;
import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.ReadStatus;
import io.windrow.buffers.TradeSnapshot;
import io.windrow.buffers.TradeWindow;
import io.windrow.buffers.testing.Seeds;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** While the pipeline runs, other threads read whole candles and trades or are told that they are gone. */
@Timeout(60)
class PipelineReadersTest {

    private static final int CANDLES = 8;
    private static final int LEAST = 100;
    private static final long RUN_NANOS = TimeUnit.MILLISECONDS.toNanos(1_500);

    @Test
    void shouldShowOtherThreadsWholeCandlesAndTradesOrNone() {
        Seeds.forEach(1, random -> {
            try (Rig rig = Rig.started(plan -> plan.candles(CANDLES).trades(CANDLES).ringSize(64))) {
                AtomicBoolean enough = new AtomicBoolean();
                CompletableFuture<Void> publisher = CompletableFuture.runAsync(() -> publish(rig, enough));
                long began = System.nanoTime();
                long whole = 0;
                while (System.nanoTime() - began < (whole > LEAST ? RUN_NANOS : Rig.LONG.toNanos()) && !publisher.isDone()) {
                    whole += readCandle(rig.pipeline.candles(0, 0), random) + readTrade(rig.pipeline.trades(0), random);
                }
                enough.set(true);
                publisher.join();
                assertThat(rig.pipeline.stop(Rig.LONG).left()).isZero();
                assertThat(whole).as("rows read whole").isGreaterThan(LEAST);
                assertThat(rig.pipeline.firstFault()).isNull();
            }
        });
    }

    /** Four trades a second; all of a candle follows from its second. */
    private static void publish(Rig rig, AtomicBoolean enough) {
        for (long second = 0; !enough.get(); second++) {
            long base = base(second);
            publish(rig, second, 0, base);
            publish(rig, second, 1, base + 7);
            publish(rig, second, 2, base - 5);
            publish(rig, second, 3, base + 2);
        }
    }

    private static void publish(Rig rig, long second, int part, long price) {
        long number = second * 4 + part;
        rig.pipeline.publishTrade(0, second * Rig.SECOND + part, price, second % 97, number, (int) (number % 3) - 1);
    }

    private static long base(long second) {
        return 1_000 + second * 31 % 10_007;
    }

    private static int readCandle(CandleWindow window, Random random) {
        CandleSnapshot into = new CandleSnapshot();
        long sequence = window.newestSequence() - random.nextInt(CANDLES + 1);
        if (sequence < 0 || window.read(sequence, into) != ReadStatus.OK) {
            return 0;
        }
        long base = base(sequence);
        boolean whole = into.openTimeNanos() == sequence * Rig.SECOND && into.open() == base && into.high() == base + 7
            && into.low() == base - 5 && into.close() == base + 2 && into.volume() == 4 * (sequence % 97);
        assertThat(whole).as("candle %s is whole", sequence).isTrue();
        return 1;
    }

    private static int readTrade(TradeWindow window, Random random) {
        TradeSnapshot into = new TradeSnapshot();
        long sequence = window.newestSequence() - random.nextInt(CANDLES + 1);
        if (sequence < 0 || window.read(sequence, into) != ReadStatus.OK) {
            return 0;
        }
        long second = sequence / 4;
        boolean whole = into.tradeId() == sequence && into.timeNanos() == second * Rig.SECOND + sequence % 4
            && into.quantity() == second % 97 && into.side().code() == sequence % 3 - 1;
        assertThat(whole).as("trade %s is whole", sequence).isTrue();
        return 1;
    }

    @Test
    void shouldShowTheThreadThatWaitedAllThatWasPublished() {
        try (Rig rig = Rig.started(plan -> plan.candles(CANDLES).trades(CANDLES))) {
            for (long second = 0; second < 500; second++) {
                rig.trade(second * Rig.SECOND, second);
                rig.trade(second * Rig.SECOND, second + 1);
                rig.drain();

                assertThat(rig.pipeline.trades(0).price(0)).isEqualTo(second + 1);
                assertThat(rig.pipeline.candles(0, 0).newestSequence()).isEqualTo(second - 1);
            }
        }
    }
}
