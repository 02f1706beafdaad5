package io.windrow.pipeline;

import io.windrow.buffers.testing.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Thousands of shapes with few signals, small rings and strategies that wait: none hangs, and none sends its signals in another order. */
class SignalDeadlockIT {

    private static final int LIMIT_SECONDS = 900;

    @Test
    @Timeout(value = LIMIT_SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void shouldNeverHang() {
        Seeds.forEach(500, random -> SignalDeterminismTest.compare(random, 200, 0));
    }

    @Test
    @Timeout(value = LIMIT_SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void shouldNeverHangWhenTheSinkIsSlow() {
        Seeds.forEach(50, random -> SignalDeterminismTest.compare(random, 200, 50_000));
    }
}
