package io.windrow.pools;

/**
 * A floating-point number of eight bytes; every bit pattern of it is kept. Made by a {@link MessageLayout.Builder}.
 *
 * @param place where it lies.
 */
public record DoubleField(FieldPlace place) implements MessageField {

    /**
     * Over a place of its kind.
     *
     * @param place where it lies.
     * @throws IllegalArgumentException if the place is a field's of another kind.
     */
    public DoubleField {
        place.requireKind(DoubleField.class);
    }
}
