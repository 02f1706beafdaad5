package io.windrow.examples.soak;

/**
 * Something that a soak has found.
 *
 * @param name what has grown, such as {@code open files}.
 * @param text how, for a person.
 */
record Finding(String name, String text) {
}
