package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.Side;

class PositionTableTest extends SlotTableContract<Position> {

    @Override
    Position newMessage() {
        return new Position();
    }

    @Override
    void write(Position position, int number) {
        position.set(number);
        position.applyFill(Side.SELL, number, number, number);
    }

    @Override
    int read(Position position) {
        int number = position.instrumentId();
        assertThat(new long[] {-position.quantity(), position.lastPrice(), position.timeNanos()}).containsOnly(number);
        assertThat(position.cash()).isEqualTo((long) number * number);
        return number;
    }
}
