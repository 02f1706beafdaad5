package io.windrow.pools;

/**
 * A {@link io.windrow.buffers.Side} in four bytes, as its code; any code but 1 and -1 is read as unknown.
 * Made by a {@link MessageLayout.Builder}.
 *
 * @param place where it lies.
 */
public record SideField(FieldPlace place) implements MessageField {

    /**
     * Over a place of its kind.
     *
     * @param place where it lies.
     * @throws IllegalArgumentException if the place is a field's of another kind.
     */
    public SideField {
        place.requireKind(SideField.class);
    }
}
