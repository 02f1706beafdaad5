package io.windrow.pools;

/**
 * A field of four bytes. Made by a {@link MessageLayout.Builder}.
 *
 * @param offset where it lies in the message, in bytes.
 */
public record IntField(int offset) {
}
