package io.windrow.pools;

/**
 * Where a field lies, and whose it is. Made by a {@link MessageLayout.Builder} only, so that no field reaches beyond its message.
 *
 * @param layout the message's layout.
 * @param name   the field's name.
 * @param kind   the class of the field: what may be made of this place.
 * @param type   what the field holds, in words.
 * @param offset its first byte, counted from the message's first.
 * @param bytes  its size.
 */
record FieldPlace(MessageLayout layout, String name, Class<? extends MessageField> kind, String type, int offset, int bytes) {

    /** Refuses a field of another kind over this place. */
    void requireKind(Class<? extends MessageField> asked) {
        if (asked != kind) {
            throw new IllegalArgumentException("the field's place is one of another kind: field=" + name + ", kind=" + asked.getSimpleName()
                + ", place's=" + kind.getSimpleName());
        }
    }

    /** The first byte behind it and behind the zeros that fill a text's last {@code long}. */
    int end() {
        return offset + (kind == TextField.class ? AsciiText.longs(bytes) * Long.BYTES : bytes);
    }

    @Override
    public String toString() {
        return offset + ".." + (offset + bytes - 1) + " " + type + " " + name;
    }
}
