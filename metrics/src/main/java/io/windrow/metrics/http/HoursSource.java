package io.windrow.metrics.http;

/** Tells for how many hours an engine has been without a leak, such as a leak sentinel does. */
@FunctionalInterface
public interface HoursSource {

    /**
     * The hours until now. Called on the server's thread.
     *
     * @return hours, or NaN if that is not known yet.
     */
    double hours();
}
