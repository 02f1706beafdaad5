package io.windrow.pools;

/** A table of rows of a message that a user declares. */
class SmallestRowTableTest extends SlotTableContract<SmallestRowTableTest.Count> {

    @Override
    Count newMessage() {
        return new Count();
    }

    @Override
    void write(Count row, int number) {
        row.set(number);
    }

    @Override
    int read(Count row) {
        return row.get();
    }

    /** One number. */
    static final class Count extends Message {
        private static final MessageLayout.Builder FIELDS = MessageLayout.named("count");
        private static final IntField COUNT = FIELDS.intField("count");
        private static final MessageLayout LAYOUT = FIELDS.build();

        Count() {
            super(LAYOUT);
        }

        int get() {
            return get(COUNT);
        }

        void set(int count) {
            put(COUNT, count);
        }
    }
}
