package io.windrow.examples.footprint;

/**
 * One mapping of a process, as {@code /proc/PID/smaps} has it (proc_pid_smaps(5)).
 *
 * @param start first address.
 * @param end address behind the last.
 * @param access such as {@code rw-p}.
 * @param name file or {@code [heap]} and the like; empty for memory without a name.
 * @param residentBytes resident.
 * @param anonymousBytes the part of it that no file backs, or no longer.
 * @param uncharged whether the kernel reserves no swap for it ({@code nr}).
 */
record Mapping(long start, long end, String access, String name, long residentBytes, long anonymousBytes, boolean uncharged) {

    private static final String NO_ACCESS = "---";

    long sizeBytes() {
        return end - start;
    }

    boolean isNameless() {
        return name.isEmpty();
    }

    /** Address space that is held and not used: a guard, or what may be used later. */
    boolean isHeld() {
        return isNameless() && access.startsWith(NO_ACCESS);
    }

    boolean isPlain() {
        return isNameless() && access.startsWith("rw-p");
    }

    boolean isExecutable() {
        return access.indexOf('x') >= 0;
    }
}
