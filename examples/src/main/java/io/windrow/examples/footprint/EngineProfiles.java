package io.windrow.examples.footprint;

import static io.windrow.examples.input.Rules.require;

import io.windrow.examples.run.EngineMain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The profiles there are, by their names. */
final class EngineProfiles {

    static final String DEFAULT = "default";
    static final String SMALL = "small";
    static final String SMALL_25 = "small-25";

    private static final List<String> NAMES = List.of(DEFAULT, SMALL, SMALL_25);

    private final Path image;
    private final Path image25;

    /** The folders of the images. */
    EngineProfiles(Path image, Path image25) {
        this.image = image;
        this.image25 = image25;
    }

    /**
     * Finds profiles.
     *
     * @param names each once.
     * @throws IllegalArgumentException if there is none, one twice, or one that is not known.
     */
    List<EngineProfile> find(List<String> names) {
        require(!names.isEmpty(), "at least one profile is needed", "profiles", "");
        List<EngineProfile> profiles = new ArrayList<>();
        for (String name : names) {
            require(NAMES.contains(name), "unknown profile (known: " + String.join(", ", NAMES) + ")", "profiles", name);
            require(names.indexOf(name) == profiles.size(), "each profile once", "profiles", name);
            profiles.add(find(name));
        }
        return profiles;
    }

    private EngineProfile find(String name) {
        return switch (name) {
            case DEFAULT -> EngineProfile.of(DEFAULT, List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), EngineMain.class.getName()));
            case SMALL -> ofImage(SMALL, image);
            default -> ofImage(SMALL_25, image25);
        };
    }

    private static EngineProfile ofImage(String name, Path folder) {
        Path launcher = folder.resolve("bin").resolve("windrow-engine");
        return Files.isExecutable(launcher) ? EngineProfile.of(name, List.of(launcher.toString()))
            : EngineProfile.unavailable(name, "there is no image with a launcher: image=" + folder);
    }
}
