package io.windrow.metrics.sites;

/**
 * One place that allocates, and what.
 *
 * @param place          class, method and line, such as {@code com.acme.Book.add:42}: the innermost frame that is not the JDK's, or the
 *                       innermost of all where every frame is.
 * @param allocatedClass what is allocated there, as it is written in Java: {@code byte[]}, {@code java.lang.Long}.
 * @param bytes          estimate: the sum of the samples' weights.
 * @param share          of all bytes sampled, 0 to 1.
 * @param samples        how many samples the estimate rests on; below ten it is only a hint.
 */
public record AllocationSite(String place, String allocatedClass, long bytes, double share, long samples) {

    @Override
    public String toString() {
        return place + " " + allocatedClass + ", about " + bytes + " bytes, " + Math.round(share * 100) + " % (" + samples
            + (samples == 1 ? " sample)" : " samples)");
    }
}
