package io.windrow.pools;

import io.windrow.buffers.Side;
import io.windrow.buffers.memory.OffHeapMemory;
import java.util.List;

class SignalPoolTest extends MessageMisuseContract<Signal> {

    @Override
    String name() {
        return "signals";
    }

    @Override
    MessagePool<Signal> open(OffHeapMemory from, int capacity) {
        return MessagePool.signals(from, capacity);
    }

    @Override
    void fill(Signal signal, int number) {
        signal.set(number, ~number, side(number), far(number, 1), far(number, 2), far(number, 3), far(number, 4));
    }

    @Override
    List<Object> values(Signal signal) {
        return List.of(signal.strategyId(), signal.instrumentId(), signal.side(), signal.stepNanos(), signal.candleTimeNanos(),
            signal.price(), signal.dueNanos());
    }

    @Override
    List<Object> expected(int number) {
        return List.of(number, ~number, side(number), far(number, 1), far(number, 2), far(number, 3), far(number, 4));
    }

    static Side side(int number) {
        return Side.of(number % 3 == 2 ? -1 : number % 3);
    }

    /** A value that uses both halves of a long, so that a field that is too narrow or in the wrong place shows. */
    static long far(int number, int field) {
        return (long) number << 40 | (long) field << 32 | 0x8000_0000L | field;
    }
}
