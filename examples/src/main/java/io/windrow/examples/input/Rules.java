package io.windrow.examples.input;

/** Checks what a command line gives. */
public final class Rules {

    private Rules() {
    }

    /**
     * Refuses a value.
     *
     * @param holds whether the value is as it must be.
     * @param rule  what it must be.
     * @param name  of the option, without dashes.
     * @param value as given.
     * @throws IllegalArgumentException if the rule does not hold; the message is {@code rule: name=value}.
     */
    public static void require(boolean holds, String rule, String name, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ": " + name + "=" + value);
        }
    }
}
