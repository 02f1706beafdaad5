package io.windrow.pools;

import io.windrow.buffers.Side;
import io.windrow.buffers.memory.MemoryBlock;
import java.util.Objects;

/** The place of a message, and its fields of a fixed size. */
abstract class MessageFields extends Pooled {

    private static final int LONG_SHIFT = 3;

    final MessageLayout layout;
    private MemoryBlock block = MemoryBlock.none();
    private int start;

    MessageFields(MessageLayout layout) {
        this.layout = Objects.requireNonNull(layout, "layout");
    }

    /** Gives the message its bytes, from an offset on that is divisible by 8. */
    final void moveTo(MemoryBlock memory, int offset) {
        block = Objects.requireNonNull(memory);
        start = offset;
    }

    final MemoryBlock block() {
        return block;
    }

    /** First byte of a message that is out. */
    final int start() {
        checkHeld();
        return start;
    }

    /** First byte of a field: one comparison keeps every access inside this message, as a field's place is inside its layout. */
    final int at(FieldPlace place) {
        checkHeld();
        if (place.layout() != layout) {
            throw foreign(place);
        }
        return start + place.offset();
    }

    final int longAt(FieldPlace place) {
        return at(place) >>> LONG_SHIFT;
    }

    /**
     * Reads a field.
     *
     * @param field one of this message's layout.
     * @return its value.
     * @throws IllegalStateException    if the message is not out, or its memory is closed.
     * @throws IllegalArgumentException if the field is of another layout.
     */
    protected final long get(LongField field) {
        return block.getLongAt(longAt(field.place()));
    }

    /**
     * Writes a field.
     *
     * @param field one of this message's layout.
     * @param value the value.
     * @throws IllegalStateException    if the message is not out, or its memory is closed.
     * @throws IllegalArgumentException if the field is of another layout.
     */
    protected final void put(LongField field, long value) {
        block.putLongAt(longAt(field.place()), value);
    }

    /**
     * Reads a field.
     *
     * @param field one of this message's layout.
     * @return its value.
     * @throws IllegalStateException    if the message is not out, or its memory is closed.
     * @throws IllegalArgumentException if the field is of another layout.
     */
    protected final int get(IntField field) {
        return block.getInt(at(field.place()));
    }

    /**
     * Writes a field.
     *
     * @param field one of this message's layout.
     * @param value the value.
     * @throws IllegalStateException    if the message is not out, or its memory is closed.
     * @throws IllegalArgumentException if the field is of another layout.
     */
    protected final void put(IntField field, int value) {
        block.putInt(at(field.place()), value);
    }

    /**
     * Reads a field.
     *
     * @param field one of this message's layout.
     * @return its value, the bits as they were written.
     * @throws IllegalStateException    if the message is not out, or its memory is closed.
     * @throws IllegalArgumentException if the field is of another layout.
     */
    protected final double get(DoubleField field) {
        return Double.longBitsToDouble(block.getLongAt(longAt(field.place())));
    }

    /**
     * Writes a field.
     *
     * @param field one of this message's layout.
     * @param value the value.
     * @throws IllegalStateException    if the message is not out, or its memory is closed.
     * @throws IllegalArgumentException if the field is of another layout.
     */
    protected final void put(DoubleField field, double value) {
        block.putLongAt(longAt(field.place()), Double.doubleToRawLongBits(value));
    }

    /**
     * Reads a field.
     *
     * @param field one of this message's layout.
     * @return its value.
     * @throws IllegalStateException    if the message is not out, or its memory is closed.
     * @throws IllegalArgumentException if the field is of another layout.
     */
    protected final boolean get(BooleanField field) {
        return block.getInt(at(field.place())) != 0;
    }

    /**
     * Writes a field.
     *
     * @param field one of this message's layout.
     * @param value the value.
     * @throws IllegalStateException    if the message is not out, or its memory is closed.
     * @throws IllegalArgumentException if the field is of another layout.
     */
    protected final void put(BooleanField field, boolean value) {
        block.putInt(at(field.place()), value ? 1 : 0);
    }

    /**
     * Reads a field.
     *
     * @param field one of this message's layout.
     * @return its value; unknown for a stored number that is no code.
     * @throws IllegalStateException    if the message is not out, or its memory is closed.
     * @throws IllegalArgumentException if the field is of another layout.
     */
    protected final Side get(SideField field) {
        return Side.of(block.getInt(at(field.place())));
    }

    /**
     * Writes a field.
     *
     * @param field one of this message's layout.
     * @param value the value.
     * @throws IllegalStateException    if the message is not out, or its memory is closed.
     * @throws IllegalArgumentException if the field is of another layout.
     * @throws NullPointerException     if there is no value.
     */
    protected final void put(SideField field, Side value) {
        block.putInt(at(field.place()), value.code());
    }

    /**
     * Reads a field.
     *
     * @param field one of this message's layout.
     * @param <E>   the kind of value.
     * @return its value.
     * @throws IllegalStateException    if the message is not out, or its memory is closed, or the stored number is no
     *                                  ordinal of the enum.
     * @throws IllegalArgumentException if the field is of another layout.
     */
    protected final <E extends Enum<E>> E get(EnumField<E> field) {
        return field.valueOf(block.getInt(at(field.place())));
    }

    /**
     * Writes a field.
     *
     * @param field one of this message's layout.
     * @param value the value.
     * @param <E>   the kind of value.
     * @throws IllegalStateException    if the message is not out, or its memory is closed.
     * @throws IllegalArgumentException if the field is of another layout.
     * @throws NullPointerException     if there is no value.
     */
    protected final <E extends Enum<E>> void put(EnumField<E> field, E value) {
        block.putInt(at(field.place()), value.ordinal());
    }

    private IllegalArgumentException foreign(FieldPlace place) {
        return new IllegalArgumentException("field must be of the message's layout: field=" + place.name() + ", field's layout="
            + place.layout().name() + ", layout=" + layout.name());
    }
}
