package io.windrow.pools;

/** A field of a message. Declared with a {@link MessageLayout.Builder}; what it holds is read and written by the message's accessors. */
public sealed interface MessageField permits LongField, IntField, DoubleField, BooleanField, SideField, EnumField, TextField {

    /**
     * Where it lies, for the messages.
     *
     * @return the place.
     */
    FieldPlace place();

    /**
     * What it is called.
     *
     * @return the name, which no other field of the layout has.
     */
    default String name() {
        return place().name();
    }

    /**
     * What it holds.
     *
     * @return {@code long}, {@code int}, {@code double}, {@code boolean}, {@code side}, {@code text}, or the name of an enum.
     */
    default String type() {
        return place().type();
    }

    /**
     * Its first byte.
     *
     * @return bytes from the message's first.
     */
    default int offset() {
        return place().offset();
    }

    /**
     * Its size.
     *
     * @return bytes.
     */
    default int bytes() {
        return place().bytes();
    }
}
