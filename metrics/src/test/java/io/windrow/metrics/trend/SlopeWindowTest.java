package io.windrow.metrics.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.windrow.buffers.testing.Allocations;
import io.windrow.buffers.testing.Seeds;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlopeWindowTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long START = 1_795_291_200L * SECOND;

    private final SlopeInterval line = new SlopeInterval(120);
    private final SlopeWindow tenMinutes = new SlopeWindow(line, 600 * SECOND, 120);

    @Test
    void shouldTellGrowthPerMinute() {
        for (int second = 0; second < 700; second++) {
            tenMinutes.add(START + second * SECOND, 40_000_000 + 50 * second);
        }
        assertThat(tenMinutes.slopePerMinute()).isCloseTo(3000, within(1e-6));
        assertThat(tenMinutes.lowerPerMinute()).isCloseTo(3000, within(1e-6));
        assertThat(tenMinutes.upperPerMinute()).isCloseTo(3000, within(1e-6));
        assertThat(tenMinutes.isFull()).isTrue();
    }

    @Test
    void shouldNotKnowBeforeAQuarterOfTheWindow() {
        for (int second = 0; second < 150; second++) {
            tenMinutes.add(START + second * SECOND, second);
        }
        assertThat(tenMinutes.size()).isEqualTo(29);
        assertThat(tenMinutes.slopePerMinute()).isNaN();
        assertThat(tenMinutes.lowerPerMinute()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(tenMinutes.upperPerMinute()).isEqualTo(Double.POSITIVE_INFINITY);
        tenMinutes.add(START + 150 * SECOND, 150);
        assertThat(tenMinutes.slopePerMinute()).isCloseTo(60, within(1e-9));
        tenMinutes.clear();
        assertThat(tenMinutes.slopePerMinute()).isNaN();
        assertThat(tenMinutes.size()).isZero();
    }

    @Test
    void shouldFollowASawtoothAtItsFloor() {
        for (int second = 0; second < 600; second++) {
            tenMinutes.add(START + second * SECOND, 1_000_000 + second % 5 * 100_000 + second / 60);
        }
        assertThat(tenMinutes.slopePerMinute()).isCloseTo(1, within(0.1));
    }

    @Test
    void shouldLeaveOutWhatIsNotKnown() {
        tenMinutes.add(START, -1);
        tenMinutes.add(START + 5 * SECOND, 7);
        tenMinutes.add(START + 6 * SECOND, -1);
        tenMinutes.add(START + 10 * SECOND, 8);
        assertThat(tenMinutes.size()).isOne();
        assertThat(tenMinutes.floor(0)).isEqualTo(7);
        assertThat(tenMinutes.timeNanos(0)).isEqualTo(START + 5 * SECOND);
    }

    @Test
    void shouldBeginAnewWhenTheClockIsSetBack() {
        tenMinutes.add(START, 1);
        tenMinutes.add(START + 5 * SECOND, 2);
        tenMinutes.add(START - 60 * SECOND, 3);
        assertThat(tenMinutes.size()).isZero();
        tenMinutes.add(START, 4);
        assertThat(tenMinutes.floor(0)).isEqualTo(3);
    }

    @Test
    void shouldEqualTheFloorsOfAListOfSamples() {
        Seeds.forEach(200, random -> {
            int blocks = 4 + random.nextInt(8);
            SlopeWindow window = new SlopeWindow(line, 10L * blocks, blocks);
            List<long[]> all = new ArrayList<>();
            long time = random.nextInt(1000) - 500;
            for (int i = random.nextInt(200); i >= 0; i--) {
                time += random.nextInt(random.nextInt(20) == 0 ? 300 : 8);
                long value = random.nextInt(100);
                window.add(time, value);
                all.add(new long[] {time, value});
            }
            assertFloors(window, floors(all, blocks));
        });
    }

    @Test
    void shouldAllocateNothing() {
        SlopeWindow window = new SlopeWindow(line, 120, 12);
        long[] time = {0};
        Allocations.assertNone(() -> {
            time[0] += 3;
            window.add(time[0], time[0] & 15);
            window.slopePerMinute();
        });
        assertThat(window.isFull()).isTrue();
    }

    @Test
    void shouldRefuseWhatIsNoWindow() {
        assertThatThrownBy(() -> new SlopeWindow(line, SECOND, 3)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("blocks must be 4 to 120: blocks=3");
        assertThatThrownBy(() -> new SlopeWindow(new SlopeInterval(50), SECOND, 51)).hasMessage("blocks must be 4 to 50: blocks=51");
        assertThatThrownBy(() -> new SlopeWindow(line, 9, 10)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a block must be at least 1 ns: spanNanos=9, blocks=10");
        assertThatThrownBy(() -> tenMinutes.floor(0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tenMinutes.timeNanos(0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    /** The block of the newest sample is filling; of those before it, the last {@code blocks} count. Blocks take 10 ns. */
    private static List<long[]> floors(List<long[]> all, int blocks) {
        List<long[]> floors = new ArrayList<>();
        long newest = Math.floorDiv(all.get(all.size() - 1)[0], 10L);
        for (long block = newest - blocks; block < newest; block++) {
            long[] floor = null;
            for (long[] sample : all) {
                boolean inside = Math.floorDiv(sample[0], 10L) == block;
                floor = inside && (floor == null || sample[1] < floor[1]) ? sample : floor;
            }
            if (floor != null) {
                floors.add(floor);
            }
        }
        return floors;
    }

    private static void assertFloors(SlopeWindow window, List<long[]> floors) {
        assertThat(window.size()).isEqualTo(floors.size());
        for (int i = 0; i < floors.size(); i++) {
            assertThat(window.timeNanos(i)).as("time of %s", i).isEqualTo(floors.get(i)[0]);
            assertThat(window.floor(i)).as("floor %s", i).isEqualTo(floors.get(i)[1]);
        }
    }
}
