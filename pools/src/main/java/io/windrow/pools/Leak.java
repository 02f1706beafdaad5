package io.windrow.pools;

/**
 * An object that is out for longer than its pool's limit, or was out when the pool closed.
 *
 * @param slot     its slot in the pool.
 * @param handle   the acquisition.
 * @param ageNanos how long it is out: exact in the checked mode, else at least so long, counted from the first
 *                 {@link ObjectPool#checkLeaks()} that saw it.
 * @param place    the stack of the thread that acquired it, in the checked mode; else null.
 */
public record Leak(int slot, long handle, long ageNanos, Throwable place) {

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("slot=").append(slot).append(", handle=").append(handle);
        text.append(", age=").append(place == null ? "at least " : "").append(ageNanos / 1_000_000).append(" ms");
        if (place != null) {
            for (StackTraceElement frame : place.getStackTrace()) {
                text.append(System.lineSeparator()).append("      at ").append(frame);
            }
        }
        return text.toString();
    }
}
