package io.windrow.pools;

/**
 * A text of ASCII characters, 1 to 127, in as many bytes as it may have characters; what is left of them is 0. The first character lies in
 * the lowest eight bits of the field's first {@code long}, which begins at an offset divisible by 8. Made by a
 * {@link MessageLayout.Builder}.
 *
 * @param place where it lies.
 */
public record TextField(FieldPlace place) implements MessageField {

    /**
     * Over a place of its kind.
     *
     * @param place where it lies.
     * @throws IllegalArgumentException if the place is a field's of another kind.
     */
    public TextField {
        place.requireKind(TextField.class);
    }
}
