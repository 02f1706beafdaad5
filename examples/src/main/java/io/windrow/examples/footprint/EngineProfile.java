package io.windrow.examples.footprint;

import java.util.List;
import java.util.Map;

/**
 * One way to start the engine's process.
 *
 * @param name what it is called.
 * @param command starts an engine when settings of the form {@code key=value} are put behind it; the process is the JVM itself.
 * @param environment set for it beside what this process has.
 * @param unavailableReason one sentence if it cannot run here, else empty.
 */
public record EngineProfile(String name, List<String> command, Map<String, String> environment, String unavailableReason) {

    /**
     * Copies what it is given.
     *
     * @param name what it is called.
     * @param command starts an engine.
     * @param environment set for it.
     * @param unavailableReason one sentence, or empty.
     */
    public EngineProfile {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /**
     * A profile that can run.
     *
     * @param name what it is called.
     * @param command starts an engine.
     * @return the profile, with nothing set in the environment.
     */
    public static EngineProfile of(String name, List<String> command) {
        return new EngineProfile(name, command, Map.of(), "");
    }

    /**
     * A profile that cannot.
     *
     * @param name what it is called.
     * @param reason one sentence.
     * @return the profile, without a command.
     */
    public static EngineProfile unavailable(String name, String reason) {
        return new EngineProfile(name, List.of(), Map.of(), reason);
    }

    /**
     * Whether it can run here.
     *
     * @return false if there is a reason against it.
     */
    public boolean isAvailable() {
        return unavailableReason.isEmpty();
    }
}
