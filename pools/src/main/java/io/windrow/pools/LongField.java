package io.windrow.pools;

/**
 * A whole number of eight bytes. Made by a {@link MessageLayout.Builder}.
 *
 * @param place where it lies.
 */
public record LongField(FieldPlace place) implements MessageField {

    /**
     * Over a place of its kind.
     *
     * @param place where it lies.
     * @throws IllegalArgumentException if the place is a field's of another kind.
     */
    public LongField {
        place.requireKind(LongField.class);
    }
}
