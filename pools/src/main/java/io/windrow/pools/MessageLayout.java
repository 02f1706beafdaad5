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

    /** Largest message. */
    public static final int MAX_BYTES = 4096;

    private final String name;
    private List<MessageField> fields = List.of();
    private int bytes;

    private MessageLayout(String name) {
        this.name = name;
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
        return new Builder(new MessageLayout(name));
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
     * What the message holds.
     *
     * @return the fields as declared, which is in the order of their offsets.
     */
    public List<MessageField> fields() {
        return fields;
    }

    /**
     * The field of a name.
     *
     * @param field its name.
     * @return the field.
     * @throws IllegalArgumentException if there is none.
     */
    public MessageField field(String field) {
        for (MessageField each : fields) {
            if (each.name().equals(field)) {
                return each;
            }
        }
        throw new IllegalArgumentException("no such field: field=" + field + ", layout=" + this);
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

    /** One line for the message and one for each field: first and last byte, type, name. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name).append(", ").append(bytes).append(" bytes");
        for (MessageField field : fields) {
            text.append("\n  ").append(field.place());
        }
        return text.toString();
    }

    private void complete(List<MessageField> all, int size) {
        fields = List.copyOf(all);
        bytes = size;
    }

    /** Lays one field behind the other. */
    public static final class Builder {

        private final MessageLayout layout;
        private final List<MessageField> fields = new ArrayList<>();
        private int next;

        private Builder(MessageLayout layout) {
            this.layout = layout;
        }

        /**
         * Adds a whole number of eight bytes.
         *
         * @param field its name.
         * @return the field.
         * @throws IllegalArgumentException if the name is blank or another field's, or the message becomes too large.
         * @throws IllegalStateException    if the layout is built.
         */
        public LongField longField(String field) {
            return add(new LongField(place(field, LongField.class, "long", Long.BYTES)));
        }

        /**
         * Adds a whole number of four bytes.
         *
         * @param field its name.
         * @return the field.
         * @throws IllegalArgumentException if the name is blank or another field's, or the message becomes too large.
         * @throws IllegalStateException    if the layout is built.
         */
        public IntField intField(String field) {
            return add(new IntField(place(field, IntField.class, "int", Integer.BYTES)));
        }

        /**
         * Adds a floating-point number.
         *
         * @param field its name.
         * @return the field.
         * @throws IllegalArgumentException if the name is blank or another field's, or the message becomes too large.
         * @throws IllegalStateException    if the layout is built.
         */
        public DoubleField doubleField(String field) {
            return add(new DoubleField(place(field, DoubleField.class, "double", Double.BYTES)));
        }

        /**
         * Adds a yes or no.
         *
         * @param field its name.
         * @return the field.
         * @throws IllegalArgumentException if the name is blank or another field's, or the message becomes too large.
         * @throws IllegalStateException    if the layout is built.
         */
        public BooleanField booleanField(String field) {
            return add(new BooleanField(place(field, BooleanField.class, "boolean", Integer.BYTES)));
        }

        /**
         * Adds a side.
         *
         * @param field its name.
         * @return the field.
         * @throws IllegalArgumentException if the name is blank or another field's, or the message becomes too large.
         * @throws IllegalStateException    if the layout is built.
         */
        public SideField sideField(String field) {
            return add(new SideField(place(field, SideField.class, "side", Integer.BYTES)));
        }

        /**
         * Adds one of the values of an enum. They are stored by ordinal: a layout that is kept must not reorder them.
         *
         * @param field its name.
         * @param values its class.
         * @param <E>    the kind of value.
         * @return the field.
         * @throws IllegalArgumentException if the name is blank or another field's, or the message becomes too large.
         * @throws IllegalStateException    if the layout is built.
         */
        public <E extends Enum<E>> EnumField<E> enumField(String field, Class<E> values) {
            return add(new EnumField<>(
                place(field, EnumField.class, values.getSimpleName(), Integer.BYTES), List.of(values.getEnumConstants())));
        }

        /**
         * Adds a text of ASCII characters.
         *
         * @param field its name.
         * @param characters most characters; positive.
         * @return the field.
         * @throws IllegalArgumentException if the name is blank or another field's, or the message becomes too large, or the size is not
         *                                  positive.
         * @throws IllegalStateException    if the layout is built.
         */
        public TextField textField(String field, int characters) {
            return add(new TextField(place(field, TextField.class, "text", characters)));
        }

        /**
         * Ends the layout.
         *
         * @return the layout.
         * @throws IllegalStateException if there are no fields, or it is built already.
         */
        public MessageLayout build() {
            requireOpen();
            if (fields.isEmpty()) {
                throw new IllegalStateException("a message must have fields: layout=" + layout.name);
            }
            layout.complete(fields, aligned(next, Long.BYTES));
            return layout;
        }

        private <F extends MessageField> F add(F field) {
            fields.add(field);
            next = field.place().end();
            return field;
        }

        private FieldPlace place(String field, Class<? extends MessageField> kind, String type, int bytes) {
            requireOpen();
            requireNew(field);
            int offset = aligned(next, bytes == Integer.BYTES && kind != TextField.class ? Integer.BYTES : Long.BYTES);
            if (bytes < 1 || bytes > MAX_BYTES - offset) {
                throw new IllegalArgumentException("size must be positive and the message at most " + MAX_BYTES + " bytes: layout="
                    + layout.name + ", field=" + field + ", offset=" + offset + ", bytes=" + bytes);
            }
            return new FieldPlace(layout, field, kind, type, offset, bytes);
        }

        private void requireOpen() {
            if (layout.bytes != 0) {
                throw new IllegalStateException("layout is built already: layout=" + layout.name);
            }
        }

        private void requireNew(String field) {
            if (field.isBlank()) {
                throw new IllegalArgumentException("field's name must not be blank: layout=" + layout.name);
            }
            for (MessageField other : fields) {
                if (other.name().equals(field)) {
                    throw new IllegalArgumentException("field's name must be its own: layout=" + layout.name + ", field=" + field);
                }
            }
        }

        private static int aligned(int offset, int alignment) {
            return offset + alignment - 1 & -alignment;
        }
    }
}
