package io.windrow.pools;

/**
 * A field of eight bytes. Made by a {@link MessageLayout.Builder}.
 *
 * @param offset where it lies in the message, in bytes.
 */
public record LongField(int offset) {
}
