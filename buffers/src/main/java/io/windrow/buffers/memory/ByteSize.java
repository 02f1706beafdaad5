package io.windrow.buffers.memory;

import java.util.Locale;

/**
 * Sizes in bytes as people write them. {@code kB}, {@code MB} and {@code GB} are decimal: 10^3, 10^6 and 10^9 bytes; {@code KiB}, {@code
 * MiB} and {@code GiB} are binary: 2^10, 2^20 and 2^30. The short {@code k}, {@code M} and {@code G} are decimal too, other than in the
 * JVM's own options. Case does not matter. Stateless, for any thread.
 */
public final class ByteSize {

    /** Coarsest first; of two of about the same size the one that gives the shorter number. */
    private static final String[] UNITS = {"GiB", "GB", "MiB", "MB", "KiB", "kB"};
    private static final long[] FACTORS = {1L << 30, 1_000_000_000, 1L << 20, 1_000_000, 1L << 10, 1_000};

    private ByteSize() {
    }

    /**
     * Reads a size such as {@code 256MB}, {@code 1GiB}, {@code 64k} or {@code 4096}.
     *
     * @param text digits and a unit; without one, or with {@code B}, bytes.
     * @return bytes, 0 or more.
     * @throws IllegalArgumentException if the text is no size, or one that does not fit a {@code long}.
     */
    public static long parse(String text) {
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        long factor = factor(text.substring(digits));
        if (digits == 0 || factor == 0) {
            throw new IllegalArgumentException("size must be digits and a unit, such as 256MB or 1GiB: size=" + text);
        }
        try {
            return Math.multiplyExact(Long.parseLong(text.substring(0, digits)), factor);
        } catch (NumberFormatException | ArithmeticException e) {
            throw new IllegalArgumentException("size must fit a long: size=" + text, e);
        }
    }

    /**
     * Writes a size so that {@link #parse} reads exactly the same back.
     *
     * @param bytes the size, not negative.
     * @return a whole number of the coarsest unit that divides it; of bytes, without a unit, if none does.
     */
    public static String format(long bytes) {
        for (int i = 0; i < UNITS.length && bytes > 0; i++) {
            if (bytes % FACTORS[i] == 0) {
                return bytes / FACTORS[i] + UNITS[i];
            }
        }
        return Long.toString(bytes);
    }

    /** Bytes of a unit, 0 if it is none. */
    private static long factor(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "", "b" -> 1;
            case "k" -> 1_000;
            case "m" -> 1_000_000;
            case "g" -> 1_000_000_000;
            default -> longFactor(unit);
        };
    }

    private static long longFactor(String unit) {
        for (int i = 0; i < UNITS.length; i++) {
            if (UNITS[i].equalsIgnoreCase(unit)) {
                return FACTORS[i];
            }
        }
        return 0;
    }
}
