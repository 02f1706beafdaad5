package io.windrow.buffers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Trades in the order of arrival: each at most so late, the first in time. Some come twice where they are numbered. */
final class DisorderedTrades {

    record Trade(long time, long arrival, long price, long quantity, long id, int side) {

        void into(CandleBuilder builder) {
            builder.onTrade(time, price, quantity, id, side);
        }
    }

    private DisorderedTrades() {
    }

    static List<Trade> of(Random random, int count, long firstNanos, long meanGapNanos, long latenessNanos) {
        List<Trade> trades = new ArrayList<>(count);
        long time = firstNanos;
        for (int i = 0; i < count; i++) {
            long late = i == 0 || random.nextInt(5) > 0 ? 0 : (long) (random.nextDouble() * latenessNanos);
            long quantity = random.nextInt(10) == 0 ? 0 : random.nextInt(1_000_000);
            trades.add(new Trade(time, time + late, random.nextInt(100_000) - 5000, quantity, i + 1, random.nextInt(3) - 1));
            boolean jumps = random.nextInt(500) == 0;
            time += (long) (random.nextDouble() * 2 * meanGapNanos) + (jumps ? 100 * meanGapNanos : 0);
        }
        trades.sort(Comparator.comparingLong(Trade::arrival));
        return trades;
    }

    /** As they happened; of those at the same moment the first to arrive comes first. */
    static List<Trade> byTime(List<Trade> arrived) {
        return arrived.stream().sorted(Comparator.comparingLong(Trade::time)).toList();
    }
}
