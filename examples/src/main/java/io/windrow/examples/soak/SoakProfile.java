package io.windrow.examples.soak;

import java.util.Locale;

/** Which virtual machine the engine of a soak runs in. */
enum SoakProfile {
    /** Flags under which nothing but the engine can grow: a touched heap, one compiler, one arena of the C library. */
    SOAK,
    /** The virtual machine as it comes, with no flag and nothing in its environment. */
    DEFAULT,
    /** The small image, started by its own script. */
    SMALL;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * A profile by its name.
     *
     * @throws IllegalArgumentException if there is none of that name.
     */
    static SoakProfile of(String key) {
        for (SoakProfile profile : values()) {
            if (profile.key().equals(key)) {
                return profile;
            }
        }
        throw new IllegalArgumentException("profile must be soak, default or small: profile=" + key);
    }
}
