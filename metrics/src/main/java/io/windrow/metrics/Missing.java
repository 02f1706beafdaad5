package io.windrow.metrics;

/** Joins the words on what a source cannot tell. */
final class Missing {

    private static final String BETWEEN = ", ";

    private Missing() {
    }

    /** Both, parted by a comma; either may be empty. */
    static String join(String first, String second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.concat(second);
        }
        return first.concat(BETWEEN).concat(second);
    }
}
