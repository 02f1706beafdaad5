package io.windrow.pools;

/**
 * A yes or no, in four bytes: 0 is no. Made by a {@link MessageLayout.Builder}.
 *
 * @param place where it lies.
 */
public record BooleanField(FieldPlace place) implements MessageField {

    /**
     * Over a place of its kind.
     *
     * @param place where it lies.
     * @throws IllegalArgumentException if the place is a field's of another kind.
     */
    public BooleanField {
        place.requireKind(BooleanField.class);
    }
}
