package io.windrow.examples.run;

import io.windrow.pipeline.PropertiesFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Reads what an engine is called with: a properties file, settings of the command line, or both. */
final class RunConfig {

    private RunConfig() {
    }

    /**
     * Reads settings.
     *
     * @param file     a properties file, or null.
     * @param settings of the form {@code key=value}; they hold over the file.
     * @throws IllegalArgumentException if one is wrong, with a message that names it, what may be, and the file where there is one.
     */
    static RunSettings read(Path file, List<String> settings) {
        Map<String, String> set = new TreeMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 0 || set.put(setting.substring(0, equals).strip(), setting.substring(equals + 1).strip()) != null) {
                throw new IllegalArgumentException("settings must be of the form key=value, each key once: setting=" + setting);
            }
        }
        return file == null ? RunSettings.of(set) : read(file, set);
    }

    private static RunSettings read(Path file, Map<String, String> set) {
        Map<String, String> all = load(file);
        all.putAll(set);
        try {
            return RunSettings.of(all);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException(e.getMessage() + ", file=" + file, e);
        }
    }

    /** Sorted, so that of several errors it is always the same one that is told. */
    private static Map<String, String> load(Path file) {
        try {
            Properties properties = PropertiesFile.read(file);
            Map<String, String> values = new TreeMap<>();
            for (String key : properties.stringPropertyNames()) {
                values.put(key, properties.getProperty(key).strip());
            }
            return values;
        } catch (IOException e) {
            throw new IllegalArgumentException("settings must be a file that can be read: file=" + file, e);
        }
    }
}
