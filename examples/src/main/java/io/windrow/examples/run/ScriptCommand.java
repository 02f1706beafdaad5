package io.windrow.examples.run;

import io.windrow.examples.image.ImageException;
import io.windrow.examples.image.SmallImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tells the script {@code windrow}, as a line of the shell's language, what to do of a run in the profile small. */
final class ScriptCommand {

    static final String DEFAULT = "default";
    static final String SMALL = "small";

    private final List<String> arguments = new ArrayList<>();
    private final Path config;

    ScriptCommand(Path config, List<String> settings) {
        this.config = config;
        this.arguments.addAll(settings);
    }

    /**
     * The line: an {@code exec} of the image's launcher; where there is no image to be had, which is said on the error stream,
     * {@code set --} and the arguments of a run in the default profile.
     *
     * @param image a folder, or null for the default image, which is built if it is missing.
     */
    String text(Path image) {
        try {
            boolean terminal = !System.getProperty("windrow.terminal", "none").equals("none");
            return small((image == null ? SmallImage.ready(terminal) : SmallImage.open(image)).engine());
        } catch (ImageException | IllegalArgumentException e) {
            System.err.println("windrow: " + e.getMessage() + "; the engine runs in the default profile");
            return ordinary();
        }
    }

    /** The file comes first, as {@link EngineMain} takes it. */
    String small(Path engine) {
        List<String> words = new ArrayList<>(List.of(engine.toString()));
        if (config != null) {
            words.add(config.toString());
        }
        words.addAll(arguments);
        return "exec " + quoted(words);
    }

    String ordinary() {
        List<String> words = new ArrayList<>(List.of("run"));
        if (config != null) {
            words.add("--config=" + config);
        }
        words.addAll(arguments);
        return "set -- " + quoted(words);
    }

    /** Between single quotes the shell changes nothing; one of them ends the text, so it stands escaped between two texts. */
    private static String quoted(List<String> words) {
        List<String> quoted = new ArrayList<>();
        words.forEach(word -> quoted.add("'" + word.replace("'", "'\\''") + "'"));
        return String.join(" ", quoted);
    }
}
