package io.windrow.pipeline;

/** Throws what a method does not declare. */
final class Throw {

    private Throw() {
    }

    /** Throws it, whatever it is. */
    static void anything(Throwable thrown) {
        Throw.<RuntimeException>unchecked(thrown);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void unchecked(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
