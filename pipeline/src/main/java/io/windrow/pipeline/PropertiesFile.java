package io.windrow.pipeline;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Reads properties files, UTF-8, in which each key stands once. */
public final class PropertiesFile {

    private PropertiesFile() {
    }

    /**
     * Reads a file.
     *
     * @param file the file.
     * @return its properties.
     * @throws IllegalArgumentException if a key is set twice or a character is not written as it must be; the message names the file.
     * @throws IOException              if it cannot be read.
     */
    public static Properties read(Path file) throws IOException {
        Properties properties = new OnceOnly();
        try (BufferedReader text = Files.newBufferedReader(file)) {
            properties.load(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + ", file=" + file, e);
        }
        return properties;
    }

    /** Properties keep the last of two values in silence. */
    private static final class OnceOnly extends Properties {
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Object put(Object key, Object value) {
            if (containsKey(key)) {
                throw new IllegalArgumentException("key must be set once: key=" + key + ", value=" + value);
            }
            return super.put(key, value);
        }
    }
}
