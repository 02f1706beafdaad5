package io.windrow.pools;

import java.util.Objects;

/** The texts of a message: written and read in place, without objects. */
abstract class MessageText extends MessageFields {

    MessageText(MessageLayout layout) {
        super(layout);
    }

    /**
     * Writes a text.
     *
     * @param field one of this message's layout.
     * @param text  its characters, none for an empty text.
     * @throws IllegalStateException    if the message is not out, or its memory is closed.
     * @throws IllegalArgumentException if the field is of another layout, or the text too long or not ASCII 1 to 127; the field is
     *                                  unchanged then.
     */
    protected final void put(TextField field, CharSequence text) {
        FieldPlace place = field.place();
        int first = longAt(place);
        AsciiText.checkLength(place, text.length());
        for (int i = 0; i < text.length(); i++) {
            AsciiText.checkCharacter(place, i, text.charAt(i));
        }
        clear(place, first);
        for (int i = 0; i < text.length(); i++) {
            AsciiText.add(block(), first, i, text.charAt(i));
        }
    }

    /**
     * Writes a text.
     *
     * @param field  one of this message's layout.
     * @param bytes  hold its characters.
     * @param offset of the first.
     * @param length how many.
     * @throws IllegalStateException     if the message is not out, or its memory is closed.
     * @throws IllegalArgumentException  if the field is of another layout, or the text too long or not ASCII 1 to 127; the field is
     *                                   unchanged then.
     * @throws IndexOutOfBoundsException if the run is not all inside the array; the field is unchanged then.
     */
    protected final void put(TextField field, byte[] bytes, int offset, int length) {
        FieldPlace place = field.place();
        int first = longAt(place);
        Objects.checkFromIndexSize(offset, length, bytes.length);
        AsciiText.checkLength(place, length);
        for (int i = 0; i < length; i++) {
            AsciiText.checkCharacter(place, i, bytes[offset + i]);
        }
        clear(place, first);
        for (int i = 0; i < length; i++) {
            AsciiText.add(block(), first, i, bytes[offset + i]);
        }
    }

    /**
     * How long a text is.
     *
     * @param field one of this message's layout.
     * @return characters.
     * @throws IllegalStateException    if the message is not out, or its memory is closed.
     * @throws IllegalArgumentException if the field is of another layout.
     */
    protected final int length(TextField field) {
        FieldPlace place = field.place();
        return AsciiText.length(block(), longAt(place), AsciiText.longs(place.bytes()));
    }

    /**
     * Reads a text.
     *
     * @param field one of this message's layout.
     * @param into  gets its characters behind those it has.
     * @throws IllegalStateException    if the message is not out, or its memory is closed.
     * @throws IllegalArgumentException if the field is of another layout.
     */
    protected final void append(TextField field, StringBuilder into) {
        int length = length(field);
        int first = longAt(field.place());
        for (int i = 0; i < length; i++) {
            into.append(AsciiText.character(block(), first, i));
        }
    }

    /**
     * Reads a text.
     *
     * @param field  one of this message's layout.
     * @param into   gets its characters, a byte each.
     * @param offset where to put the first.
     * @return how many they are.
     * @throws IllegalStateException     if the message is not out, or its memory is closed.
     * @throws IllegalArgumentException  if the field is of another layout.
     * @throws IndexOutOfBoundsException if the array has no room for them; nothing is copied then.
     */
    protected final int copy(TextField field, byte[] into, int offset) {
        int length = length(field);
        Objects.checkFromIndexSize(offset, length, into.length);
        int first = longAt(field.place());
        for (int i = 0; i < length; i++) {
            into[offset + i] = (byte) AsciiText.character(block(), first, i);
        }
        return length;
    }

    /**
     * Compares a text.
     *
     * @param field one of this message's layout.
     * @param text  what it may be.
     * @return whether it is the same, character by character.
     * @throws IllegalStateException    if the message is not out, or its memory is closed.
     * @throws IllegalArgumentException if the field is of another layout.
     */
    protected final boolean matches(TextField field, CharSequence text) {
        int length = length(field);
        int first = longAt(field.place());
        boolean same = length == text.length();
        for (int i = 0; same && i < length; i++) {
            same = AsciiText.character(block(), first, i) == text.charAt(i);
        }
        return same;
    }

    private void clear(FieldPlace place, int first) {
        AsciiText.clear(block(), first, AsciiText.longs(place.bytes()));
    }
}
