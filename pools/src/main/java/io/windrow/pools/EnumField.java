package io.windrow.pools;

import java.util.List;

/**
 * One of a fixed list of values, as its number in the list, in four bytes. Made by a {@link MessageLayout.Builder}.
 *
 * @param place  where it lies.
 * @param values what it can hold, by ordinal.
 * @param <E>    the kind of value.
 */
public record EnumField<E extends Enum<E>>(FieldPlace place, List<E> values) implements MessageField {

    /**
     * Over a place of its kind.
     *
     * @param place  where it lies.
     * @param values what it can hold.
     * @throws IllegalArgumentException if the place is a field's of another kind.
     */
    public EnumField {
        place.requireKind(EnumField.class);
        values = List.copyOf(values);
    }

    /** The value of a stored number. */
    E valueOf(int stored) {
        if (stored < 0 || stored >= values.size()) {
            throw new IllegalStateException("the stored number must be a value's: field=" + name() + ", stored=" + stored + ", values="
                + values.size());
        }
        return values.get(stored);
    }
}
