package io.windrow.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Allocations;
import io.windrow.buffers.testing.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MetricsHistoryTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long START = 29_000_000L * MINUTE;
    private static final int DAY_ROWS = 1440;

    private final OffHeapMemory memory = OffHeapMemory.withBudget(8 << 20);
    private final MetricsHistory history = new MetricsHistory(memory, 1);
    private final Sample sample = new Sample();

    @Test
    void shouldAnswerTheSamplesOfTheLastMinutesAsTheyWere() {
        for (int i = 0; i < 100; i++) {
            add(START + i * SECOND, 1000 + i, 7 * i);
        }
        HistoryRange range = history.range(START + 10 * SECOND, START + 12 * SECOND, 100, Figure.STOPS, Figure.RESIDENT);
        assertThat(range.size()).isEqualTo(3);
        assertThat(range.rowsPerPoint()).isEqualTo(1);
        assertThat(range.figure(0)).isEqualTo(Figure.STOPS);
        for (int i = 0; i < 3; i++) {
            assertThat(range.timeNanos(i)).isEqualTo(START + (10 + i) * SECOND);
            assertThat(range.value(0, i)).isEqualTo(7 * (10 + i));
            assertThat(range.value(1, i)).isEqualTo(1010 + i);
        }
        close();
    }

    @Test
    void shouldAnswerSamplesAsTheyWereFromTheOldestOfThemOn() {
        for (int i = 0; i < 1000; i++) {
            add(START + i * SECOND, i, i);
        }
        long oldest = START + (1000 - MetricsHistory.FINE_ROWS) * SECOND;
        assertThat(history.range(oldest, START + 1000 * SECOND, 10_000, Figure.STOPS).size()).isEqualTo(MetricsHistory.FINE_ROWS);
        close();
    }

    @Test
    void shouldKeepTheHighestLevelAndTheLastTotalOfAMinute() {
        for (int i = 0; i < 3000; i++) {
            add(START + i * SECOND, i % 60 == 17 ? 5000 : i % 60, i);
        }
        HistoryRange range = history.range(START, START + 3000 * SECOND, 10_000, Figure.RESIDENT, Figure.STOPS);
        assertThat(range.size()).isEqualTo(50);
        for (int i = 0; i < 50; i++) {
            assertThat(range.value(0, i)).isEqualTo(5000);
            assertThat(range.value(1, i)).isEqualTo(60 * i + 59);
        }
        close();
    }

    @Test
    void shouldAnswerLikeAListOfAllSamples() {
        Seeds.forEach(20, random -> {
            MetricsHistory under = new MetricsHistory(memory, 1);
            List<long[]> fine = new ArrayList<>();
            List<long[]> coarse = new ArrayList<>();
            long time = START + random.nextInt(100) * SECOND;
            for (int i = 0; i < 5_000; i++) {
                time += (1 + random.nextInt(random.nextInt(50) == 0 ? 600 : 20)) * SECOND;
                long level = random.nextInt(10) == 0 ? Sample.ABSENT : random.nextInt(1000);
                long total = random.nextInt(10) == 0 ? Sample.ABSENT : i;
                set(time, level, total);
                under.add(sample);
                fine.add(new long[] {time, level, total});
                mergeInto(coarse, time, level, total);
            }
            for (int query = 0; query < 50; query++) {
                check(under, fine, coarse, time, random);
            }
            under.close();
        });
        close();
    }

    private static void mergeInto(List<long[]> coarse, long time, long level, long total) {
        long[] last = coarse.isEmpty() ? null : coarse.get(coarse.size() - 1);
        if (last == null || last[0] / MINUTE != time / MINUTE) {
            coarse.add(new long[] {time, level, total});
        } else {
            last[0] = time;
            last[1] = Math.max(last[1], level);
            last[2] = total < 0 ? last[2] : total;
        }
    }

    private static void check(MetricsHistory under, List<long[]> fine, List<long[]> coarse, long end, Random random) {
        long from = end - random.nextInt(30_000) * SECOND;
        long to = from + random.nextInt(30_000) * SECOND;
        int points = 1 + random.nextInt(700);
        long oldestFine = fine.get(fine.size() - MetricsHistory.FINE_ROWS)[0];
        List<long[]> rows = oldestFine <= from ? fine : coarse;
        List<long[]> held = rows.subList(Math.max(0, rows.size() - (rows == fine ? MetricsHistory.FINE_ROWS : DAY_ROWS)), rows.size());
        List<long[]> inside = held.stream().filter(row -> row[0] >= from && row[0] <= to).toList();
        int perPoint = Math.max(1, (inside.size() + points - 1) / points);
        HistoryRange range = under.range(from, to, points, Figure.RESIDENT, Figure.STOPS);
        assertThat(range.size()).isEqualTo((inside.size() + perPoint - 1) / perPoint).isLessThanOrEqualTo(points);
        for (int i = 0; i < range.size(); i++) {
            List<long[]> group = inside.subList(i * perPoint, Math.min(inside.size(), (i + 1) * perPoint));
            assertThat(range.timeNanos(i)).isEqualTo(group.get(group.size() - 1)[0]);
            assertThat(range.value(0, i)).isEqualTo(group.stream().mapToLong(row -> row[1]).max().orElseThrow());
            assertThat(range.value(1, i)).isEqualTo(group.stream().mapToLong(row -> row[2]).filter(v -> v >= 0).max().orElse(-1));
        }
    }

    @Test
    void shouldTakeTheBytesItSaysAndGiveThemBack() {
        assertThat(memory.usedBytes("metrics")).isEqualTo(OffHeapMemory.footprintBytes(MetricsHistory.bytes(1)));
        assertThat(MetricsHistory.bytes(1)).isEqualTo((600 + 1440) * 8L * (1 + MetricsHistory.figures().length));
        close();
        assertThat(memory.usedBytes()).isZero();
    }

    @Test
    void shouldAllocateNothingWhenItAdds() {
        set(START, 1, 2);
        Allocations.assertNone(() -> {
            sample.setTimeNanos(sample.timeNanos() + SECOND);
            history.add(sample);
        });
        close();
    }

    @Test
    void shouldRefuseWhatIsOutOfBounds() {
        assertThatIllegalArgumentException().isThrownBy(() -> history.range(0, 1, 0, Figure.RESIDENT))
            .withMessage("points must be 1 to 10000: points=0");
        assertThatIllegalArgumentException().isThrownBy(() -> history.range(0, 1, 10_001, Figure.RESIDENT))
            .withMessage("points must be 1 to 10000: points=10001");
        assertThatIllegalArgumentException().isThrownBy(() -> history.range(2, 1, 1, Figure.RESIDENT))
            .withMessage("span must be 0 to 7 days: fromNanos=2, toNanos=1");
        assertThatIllegalArgumentException().isThrownBy(() -> history.range(0, 7 * 1440 * MINUTE + 1, 1, Figure.RESIDENT))
            .withMessage("span must be 0 to 7 days: fromNanos=0, toNanos=604800000000001");
        assertThatIllegalArgumentException().isThrownBy(() -> history.range(0, 1, 1, Figure.VIRTUAL))
            .withMessage("figure must be one that is kept: figure=virtualBytes");
        assertThatIllegalArgumentException().isThrownBy(() -> MetricsHistory.bytes(8)).withMessage("history must be 1 to 7 days: days=8");
        close();
        assertThatIllegalStateException().isThrownBy(() -> history.range(0, 1, 1, Figure.RESIDENT))
            .withMessageStartingWith("history is closed");
    }

    private void add(long time, long level, long total) {
        set(time, level, total);
        history.add(sample);
    }

    private void set(long time, long level, long total) {
        sample.clear(time);
        sample.set(Figure.RESIDENT, level);
        sample.set(Figure.STOPS, total);
    }

    private void close() {
        history.close();
        memory.close();
    }
}
