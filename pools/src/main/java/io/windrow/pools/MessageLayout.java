package io.windrow.pools;

import io.windrow.buffers.memory.OffHeapMemory;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the fields of a message lie in its slot. Fields lie in the order they were declared, those of eight bytes at offsets
 * divisible by 8, those of four at offsets divisible by 4; the whole is a multiple of 8. {@link #toString()} draws it.
 *
 * <p>A message class declares its fields as constants, so that the compiler knows their offsets:
 * <pre>{@code
 * public final class Fill extends Message {
 *     private static final MessageLayout.Builder FIELDS = MessageLayout.named("fill");
 *     private static final LongField ORDER_ID = FIELDS.longField("orderId");
 *     private static final LongField PRICE = FIELDS.longField("price");
 *     private static final MessageLayout LAYOUT = FIELDS.build();
 *
 *     public Fill() {
 *         super(LAYOUT);
 *     }
 *
 *     public long orderId() {
 *         return get(ORDER_ID);
 *     }
 * }
 * }</pre>
 */
public final class MessageLayout {

    private final String name;
    private final int bytes;
    private final List<String> lines;

    private MessageLayout(Builder plan) {
        name = plan.name;
        bytes = plan.next + Long.BYTES - 1 & -Long.BYTES;
        lines = List.copyOf(plan.lines);
    }

    /**
     * Begins a layout.
     *
     * @param name what the message is, for errors, and as the name of pools that are not given one.
     * @return the plan, without fields.
     * @throws IllegalArgumentException if it is blank.
     */
    public static Builder named(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        return new Builder(name);
    }

    /**
     * What the message is.
     *
     * @return the name.
     */
    public String name() {
        return name;
    }

    /**
     * Size of one message.
     *
     * @return bytes, a multiple of 8.
     */
    public int bytes() {
        return bytes;
    }

    /**
     * What messages of a pool take from the budget. A pool that grows takes as much again for each step.
     *
     * @param capacity messages.
     * @return bytes.
     * @throws IllegalArgumentException if the capacity is out of a pool's range.
     */
    public long slabBytes(int capacity) {
        return OffHeapMemory.footprintBytes((long) PoolBuilder.checkCapacity("capacity", capacity) * bytes);
    }

    @Override
    public String toString() {
        return name + ", " + bytes + " bytes\n  " + String.join("\n  ", lines);
    }

    /** Lays one field behind the other. */
    public static final class Builder {

        private final String name;
        private final List<String> lines = new ArrayList<>();
        private int next;

        private Builder(String name) {
            this.name = name;
        }

        /**
         * Adds a number of eight bytes.
         *
         * @param field its name.
         * @return the field.
         */
        public LongField longField(String field) {
            return new LongField(place(field, "long", Long.BYTES, Long.BYTES));
        }

        /**
         * Adds a number of four bytes.
         *
         * @param field its name.
         * @return the field.
         */
        public IntField intField(String field) {
            return new IntField(place(field, "int", Integer.BYTES, Integer.BYTES));
        }

        /**
         * Ends the layout.
         *
         * @return the layout.
         * @throws IllegalStateException if there are no fields.
         */
        public MessageLayout build() {
            if (next == 0) {
                throw new IllegalStateException("a message must have fields: layout=" + name);
            }
            return new MessageLayout(this);
        }

        private int place(String field, String type, int bytes, int alignment) {
            int offset = next + alignment - 1 & -alignment;
            next = offset + bytes;
            lines.add(offset + ".." + (next - 1) + " " + type + " " + field);
            return offset;
        }
    }
}
