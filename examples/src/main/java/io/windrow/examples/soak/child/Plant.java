package io.windrow.examples.soak.child;

import java.util.Locale;

/** A fault of known size that is put into the engine, to see that the soak finds it. */
public enum Plant {
    /** No fault. */
    NONE,
    /** A block of 4 KiB off the heap, per million events, by the ledger. */
    OFF_HEAP,
    /** 1 MiB of memory that no ledger knows, per million events. */
    NATIVE,
    /** A list of the heap that grows by 64 KiB per million events. */
    HEAP,
    /** A file that stays open, per day. */
    FILES,
    /** A thread that does not end, per day. */
    THREADS,
    /** A pooled object that is not given back, per million events. */
    POOL;

    /**
     * Its name on the command line.
     *
     * @return such as {@code off-heap}.
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * A fault by its name.
     *
     * @param key such as {@code off-heap}.
     * @return the fault.
     * @throws IllegalArgumentException if there is none of that name.
     */
    public static Plant of(String key) {
        StringBuilder known = new StringBuilder();
        for (Plant plant : values()) {
            if (plant.key().equals(key)) {
                return plant;
            }
            known.append(known.length() == 0 ? "" : ", ").append(plant.key());
        }
        throw new IllegalArgumentException("plant must be one of " + known + ": plant=" + key);
    }
}
