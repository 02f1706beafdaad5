package io.windrow.metrics.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BlockFloorsTest {

    @Test
    void shouldKeepTheSmallestOfEachBlock() {
        double[] x = new double[41];
        double[] y = new double[41];
        for (int i = 0; i < x.length; i++) {
            x[i] = 100 + i;
            y[i] = 7 - i % 4 + i / 4;
        }
        BlockFloors floors = BlockFloors.of(x, y, 41, 10);
        assertThat(floors.size()).isEqualTo(10);
        assertThat(floors.isComplete()).isTrue();
        assertThat(floors.middle(0)).isEqualTo(102);
        assertThat(floors.middle(9)).isEqualTo(138);
        assertThat(floors.floor(0)).isEqualTo(4);
        assertThat(floors.floor(9)).isEqualTo(13);
        assertThat(floors.length()).isEqualTo(40);
    }

    @Test
    void shouldFollowASawtoothAtItsFloor() {
        Random random = new Random(5);
        double most = 0;
        for (int i = 0; i < 200; i++) {
            double[] y = Noise.SAWTOOTH.series(random, 1200);
            double[] x = new double[y.length];
            for (int at = 0; at < x.length; at++) {
                x[at] = at;
            }
            BlockFloors floors = BlockFloors.of(x, y, y.length, 20);
            for (int block = 0; block < floors.size(); block++) {
                most = Math.max(most, floors.floor(block));
            }
        }
        assertThat(most).as("highest floor under teeth of 20").isLessThan(3);
    }

    @Test
    void shouldSayThatABlockIsEmpty() {
        BlockFloors floors = BlockFloors.of(new double[] {0, 1, 2, 3, 100}, new double[5], 5, 10);
        assertThat(floors.isComplete()).isFalse();
        assertThat(floors.size()).isEqualTo(2);
        assertThat(BlockFloors.of(new double[] {4, 4}, new double[] {2, 1}, 2, 10).size()).isOne();
    }

    @Test
    void shouldRefuseWhatIsNoSeries() {
        assertThatThrownBy(() -> BlockFloors.of(new double[9], new double[9], 9, 9)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("blocks must be at least 10: blocks=9");
        assertThatThrownBy(() -> BlockFloors.of(new double[0], new double[0], 0, 10)).hasMessage("count must be positive: count=0");
        assertThatThrownBy(() -> BlockFloors.of(new double[] {1, 0}, new double[2], 2, 10)).hasMessage("places must not fall: index=1");
        BlockFloors floors = BlockFloors.of(new double[] {4, 4}, new double[] {2, 1}, 2, 10);
        assertThatThrownBy(() -> floors.floor(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> floors.middle(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
