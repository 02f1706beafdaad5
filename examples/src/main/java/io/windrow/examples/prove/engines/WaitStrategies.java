package io.windrow.examples.prove.engines;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.PhasedBackoffWaitStrategy;
import com.lmax.disruptor.SleepingWaitStrategy;
import com.lmax.disruptor.WaitStrategy;
import com.lmax.disruptor.YieldingWaitStrategy;
import java.util.concurrent.TimeUnit;

/** How the consumer of a ring can wait, by name. */
public final class WaitStrategies {

    private WaitStrategies() {
    }

    /**
     * Makes a wait strategy for one ring.
     *
     * @param name {@code blocking}, {@code yielding}, {@code sleeping} or {@code busy}; with any other it spins, yields and then blocks, as
     *             a Windrow pipeline does where nothing else is asked for.
     * @return the strategy.
     */
    public static WaitStrategy of(String name) {
        switch (name) {
            case "blocking":
                return new BlockingWaitStrategy();
            case "yielding":
                return new YieldingWaitStrategy();
            case "sleeping":
                return new SleepingWaitStrategy();
            case "busy":
                return new BusySpinWaitStrategy();
            default:
                return PhasedBackoffWaitStrategy.withLiteLock(20, 30, TimeUnit.MICROSECONDS);
        }
    }
}
