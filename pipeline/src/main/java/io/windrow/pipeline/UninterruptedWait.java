package io.windrow.pipeline;

import com.lmax.disruptor.AlertException;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import com.lmax.disruptor.TimeoutException;
import com.lmax.disruptor.WaitStrategy;

/**
 * Waits on when the consumer thread is interrupted. Disruptor takes the interrupt for a failure of the next event, which has not come
 * yet, and counts that as handled: it would never reach a strategy.
 */
final class UninterruptedWait implements WaitStrategy {

    private final WaitStrategy waiting;

    UninterruptedWait(WaitStrategy waiting) {
        this.waiting = waiting;
    }

    @Override
    public long waitFor(long sequence, Sequence cursor, Sequence dependentSequence, SequenceBarrier barrier)
        throws AlertException, TimeoutException {
        while (true) {
            try {
                return waiting.waitFor(sequence, cursor, dependentSequence, barrier);
            } catch (InterruptedException e) {
                // Only stopping the pipeline ends its threads.
                Thread.interrupted();
            }
        }
    }

    @Override
    public void signalAllWhenBlocking() {
        waiting.signalAllWhenBlocking();
    }
}
