package io.windrow.examples.footprint;

import static io.windrow.examples.input.Rules.require;

import io.windrow.examples.image.ImageException;
import io.windrow.examples.image.SmallImage;
import io.windrow.examples.run.EngineMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The profiles there are, by their names. An image that is missing is built. */
class EngineProfiles {

    static final String DEFAULT = "default";
    static final String SMALL = "small";
    static final String SMALL_25 = "small-25";

    private static final List<String> NAMES = List.of(DEFAULT, SMALL, SMALL_25);
    private static final String HOME_25 = "JAVA25_HOME";
    private static final Path JDKS = Path.of("/usr/lib/jvm");

    /**
     * Checks names.
     *
     * @throws IllegalArgumentException if there is none, one twice, or one that is not known.
     */
    static void check(List<String> names) {
        require(!names.isEmpty(), "at least one profile is needed", "profiles", "");
        for (String name : names) {
            require(NAMES.contains(name), "unknown profile (known: " + String.join(", ", NAMES) + ")", "profiles", name);
            require(names.indexOf(name) == names.lastIndexOf(name), "each profile once", "profiles", name);
        }
    }

    /** Finds a profile, which may be one that cannot run here. */
    EngineProfile find(String name) {
        return switch (name) {
            case DEFAULT -> EngineProfile.of(DEFAULT, List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), EngineMain.class.getName()));
            case SMALL -> ofImage(SMALL, Path.of(System.getProperty("java.home")));
            default -> ofImage(SMALL_25, home25());
        };
    }

    private static EngineProfile ofImage(String name, Path jdk) {
        if (jdk == null) {
            return EngineProfile.unavailable(name, "there is no JDK 25: set " + HOME_25);
        }
        try {
            boolean terminal = !System.getProperty("windrow.terminal", "none").equals("none");
            return EngineProfile.of(name, List.of(SmallImage.ready(jdk, terminal).engine().toString()));
        } catch (ImageException | IllegalArgumentException e) {
            return EngineProfile.unavailable(name, e.getMessage());
        }
    }

    /** Where the environment says, else the first of the system's by name; null if there is none. */
    private static Path home25() {
        String told = System.getenv(HOME_25);
        if (told != null) {
            return Path.of(told);
        }
        try (Stream<Path> all = Files.list(JDKS)) {
            return all.filter(home -> home.getFileName().toString().contains("25")).filter(home -> Files.exists(home.resolve("bin/jlink")))
                .sorted().findFirst().orElse(null);
        } catch (IOException e) {
            return null;
        }
    }
}
