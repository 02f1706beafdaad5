package io.windrow.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Settings in a properties file. */
final class SettingsFile {

    private static final String PROFILE = "profile";

    private SettingsFile() {
    }

    /** Reads a file over the given settings, or over the profile it names itself where they are null. */
    static PipelineSettings read(Path file, PipelineSettings base) throws IOException {
        Properties properties = PropertiesFile.read(file);
        String profile = properties.getProperty(PROFILE, "production").strip();
        PipelineSettings settings = located(file, PROFILE, profile, () -> PipelineSettings.profile(profile));
        settings = base == null ? settings : base;
        properties.remove(PROFILE);
        // Sorted, so that of several errors it is always the same one that is told.
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            String value = properties.getProperty(key).strip();
            PipelineSettings before = settings;
            settings = located(file, key, value, () -> before.with(key, value));
        }
        return settings;
    }

    static void write(PipelineSettings settings, Path file) throws IOException {
        StringBuilder text = new StringBuilder("# What a Windrow pipeline holds. A key that is left out has the value of its profile:\n")
            .append("# profile=production, the default, or profile=development.\n");
        for (Setting setting : Setting.values()) {
            text.append("\n# ").append(setting.comment()).append('\n');
            text.append(setting.key()).append('=').append(setting.text(settings)).append('\n');
        }
        Files.writeString(file, text);
    }

    private static PipelineSettings located(Path file, String key, String value, Supplier<PipelineSettings> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException(e.getMessage() + ", file=" + file + ", key=" + key + ", value=" + value, e);
        }
    }
}
