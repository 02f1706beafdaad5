package io.windrow.metrics.watch;

/** Makes a JVM collect: this one, or another one by a command to it. */
@FunctionalInterface
public interface CollectionRequest {

    /**
     * Asks for a full collection and returns when it has ended.
     *
     * @throws Exception if the JVM cannot be asked; its message goes into the report.
     */
    void collect() throws Exception;

    /**
     * Collects in this JVM, by {@link System#gc()}; does nothing under {@code -XX:+DisableExplicitGC}.
     *
     * @return the request.
     */
    static CollectionRequest ofThisProcess() {
        return System::gc;
    }
}
