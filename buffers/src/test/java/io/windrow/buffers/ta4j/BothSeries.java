package io.windrow.buffers.ta4j;

import io.windrow.buffers.CandleLayout;
import io.windrow.buffers.CandleSpec;
import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.Instrument;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.SharedData;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeries;
import org.ta4j.core.num.Num;

/** The same days in a window and in ta4j's own series, which keeps as many bars; the numbers of that come from text. */
final class BothSeries implements AutoCloseable {

    static final Instrument INSTRUMENT = new Instrument(1, "BTCUSDT", 2, 3);
    private static final long DAY_NANOS = 86_400_000_000_000L;

    final CandleWindow window;
    final BaseBarSeries own;
    private final Num num;

    BothSeries(OffHeapMemory memory, int capacity, Num num) {
        this.num = num;
        window = CandleWindow.open(memory, INSTRUMENT,
            CandleSpec.of(Timeframe.days(1)).capacity(capacity).layout(CandleLayout.FULL));
        own = new BaseBarSeries("own", num);
        own.setMaximumBarCount(capacity);
    }

    /** A walk of days in cents from 100.00 that never falls below 10.00: day, open, high, low, close, volume, quote volume, trades. */
    static long[][] walk(Random random, int count) {
        long[][] days = new long[count][];
        long close = 100_00;
        for (int i = 0; i < count; i++) {
            long open = close;
            close = Math.max(10_00, close + random.nextInt(401) - 200);
            days[i] = new long[] {i, open, Math.max(open, close) + random.nextInt(100), Math.min(open, close) - random.nextInt(100), close,
                random.nextInt(1_000_000), random.nextLong() >>> 20, random.nextInt(500)};
        }
        return days;
    }

    /** 502 recorded days; quote volume and trades are not in the file. */
    static long[][] recorded() {
        List<String> lines = SharedData.lines("indicators/default.csv");
        long[][] days = new long[lines.size() - 1][8];
        for (int i = 0; i < days.length; i++) {
            String[] fields = lines.get(i + 1).split(",");
            days[i][0] = LocalDate.parse(fields[0]).toEpochDay();
            for (int field = 1; field <= 5; field++) {
                days[i][field] = new BigDecimal(fields[field]).movePointRight(field < 5 ? 2 : 3).longValueExact();
            }
        }
        return days;
    }

    /** The window as a series of these numbers. */
    BarSeries shown() {
        return new WindowBarSeries("shown", window, num);
    }

    void append(long[] day) {
        window.append(day[0] * DAY_NANOS, day[1], day[2], day[3], day[4], day[5], day[6], day[7], 0, 0);
        own.addBar(new BaseBar(Duration.ofDays(1), Instant.ofEpochSecond((day[0] + 1) * 86_400).atZone(ZoneOffset.UTC), number(day[1], 2),
            number(day[2], 2), number(day[3], 2), number(day[4], 2), number(day[5], 3), number(day[6], 5), day[7]));
    }

    private Num number(long mantissa, int decimals) {
        return num.function().apply(new BigDecimal(BigDecimal.valueOf(mantissa, decimals).toPlainString()));
    }

    @Override
    public void close() {
        window.close();
    }
}
