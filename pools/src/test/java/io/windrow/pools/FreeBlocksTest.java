package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FreeBlocksTest {

    private final FreeBlocks blocks = new FreeBlocks(129);

    @Test
    void shouldBeginEmptyWithABlockForEvery64Slots() {
        assertThat(blocks.words).hasSize(3);
        assertThat(new FreeBlocks(128).words).hasSize(2);
        assertThat(new FreeBlocks(1).words).hasSize(1);
        assertEmpty(true);
    }

    @Test
    void shouldBeEmptyAgainAfterASearchThatFoundNothing() {
        blocks.released(2);
        assertEmpty(false);
        int stamped = blocks.stamp(2);
        assertEmpty(false);
        blocks.foundNone(2, stamped);

        assertEmpty(true);
    }

    @Test
    void shouldNotBeEmptyWhereSomethingWasReleasedDuringTheSearch() {
        blocks.released(1);
        int stamped = blocks.stamp(1);
        blocks.released(1);
        blocks.foundNone(1, stamped);

        assertEmpty(false);
        blocks.foundNone(1, blocks.stamp(1));
        assertEmpty(true);
    }

    @Test
    void shouldNotTakeAnothersStampForItsOwn() {
        blocks.released(0);
        int first = blocks.stamp(0);
        blocks.released(0);
        int second = blocks.stamp(0);
        blocks.foundNone(0, first);
        assertEmpty(false);
        blocks.foundNone(0, second);

        assertEmpty(true);
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void shouldStampOnlyWhatMayHaveFree() {
        assertThat(blocks.stamp(0)).as("empty").isZero();
        blocks.released(0);
        assertThat(blocks.stamp(0)).isNotZero();
        assertThat(blocks.stamp(0)).as("being searched").isZero();
    }

    @Test
    void shouldCountDownOnceForTwoThatFoundNone() {
        blocks.released(0);
        blocks.released(1);
        int stamped = blocks.stamp(0);
        blocks.foundNone(0, stamped);
        blocks.foundNone(0, stamped);

        assertEmpty(false);
        blocks.foundNone(1, blocks.stamp(1));
        assertEmpty(true);
    }

    private void assertEmpty(boolean empty) {
        assertThat(blocks.seemEmpty()).isEqualTo(empty);
        assertThat(blocks.wereEmpty()).isEqualTo(empty);
    }
}
