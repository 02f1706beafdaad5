package io.windrow.examples.soak;

import io.windrow.examples.soak.child.SoakProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How the virtual machine of a soak is started.
 *
 * @param command  up to the arguments of {@link SoakProcess}.
 * @param flags    its flags, as far as they are not in a script, for the record.
 * @param initial  what is set in its environment unless it is already.
 * @param settings what is set in its environment whatever it was.
 */
record EngineJvm(List<String> command, List<String> flags, Map<String, String> initial, Map<String, String> settings) {

    /** What the profile soak has where no other flags are given. */
    static final String FLAGS = "-XX:+UseSerialGC -Xms16m -Xmx16m -Xmn4m -XX:+AlwaysPreTouch -XX:TieredStopAtLevel=1";

    /** Without these the virtual machine starts threads and makes and drops its own classes by the load. */
    private static final List<String> STEADY = List.of("-XX:+IgnoreUnrecognizedVMOptions", "-XX:-UseDynamicNumberOfCompilerThreads",
        "-XX:SoftRefLRUPolicyMSPerMB=1000000000", "-XX:MaxDirectMemorySize=1g", "-Djava.lang.invoke.MethodHandle.CUSTOMIZE_THRESHOLD=-1",
        "-Djava.lang.invoke.MethodHandle.DONT_INLINE_THRESHOLD=-1");
    /** Without these the C library spreads what threads free over many arenas, and resident memory wanders by megabytes. */
    private static final Map<String, String> ONE_ARENA = Map.of("MALLOC_ARENA_MAX", "1", "MALLOC_MMAP_THRESHOLD_", "65536");
    private static final String MODULE = "io.windrow.engine";
    private static final String OPTIONS = "WINDROW_OPTS";

    /** The profile soak, with other flags than {@link #FLAGS} if need be. */
    static EngineJvm soak(String flags) {
        List<String> all = new ArrayList<>(STEADY);
        all.addAll(words(flags));
        return java(all, ONE_ARENA);
    }

    /** The profile default. */
    static EngineJvm plain() {
        return java(List.of(), Map.of());
    }

    /** The profile small by the script of its image, with flags behind its own; the command line's own options are not the engine's. */
    static EngineJvm small(Path script, String flags) {
        List<String> more = words(flags);
        return new EngineJvm(List.of(script.toString(), MODULE + "/" + SoakProcess.class.getName()), more, Map.of(),
            Map.of(OPTIONS, String.join(" ", more)));
    }

    private static EngineJvm java(List<String> flags, Map<String, String> initial) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--add-exports", "java.base/jdk.internal.misc=ALL-UNNAMED"));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SoakProcess.class.getName()));
        return new EngineJvm(command, flags, initial, Map.of());
    }

    private static List<String> words(String flags) {
        List<String> words = new ArrayList<>(Arrays.asList(flags.trim().split("\\s+")));
        words.removeIf(String::isEmpty);
        return words;
    }
}
