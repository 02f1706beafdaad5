package io.windrow.examples.image;

import io.windrow.pipeline.PropertiesFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What is known of an image, as {@code windrow-image.properties} in its folder has it. A folder with this file is an image; it is written
 * last.
 *
 * @param javaVersion  version of the JDK it was linked from, such as 17.0.15.
 * @param os           the operating system it is for, as {@code os.name} has it.
 * @param arch         the machine it is for, as {@code os.arch} has it.
 * @param fingerprint  of the engine's classes and of all else that decides how an image turns out.
 * @param bytes        of all files.
 * @param archiveBytes of the archive.
 * @param archiveSum   CRC-32 of the archive.
 * @param loaded       classes that the run loaded which checked it.
 * @param archived     of these, those from the archive.
 * @param peakBytes    most that was resident in that run; -1 where it was not told. It was short: no measurement.
 */
public record ImageFacts(String javaVersion, String os, String arch, String fingerprint, long bytes, long archiveBytes, long archiveSum,
    int loaded, int archived, long peakBytes) {

    static final String FILE = "windrow-image.properties";

    /** The JDK's version as one number, such as 17. */
    int feature() {
        return new Jdk(Path.of(""), javaVersion).feature();
    }

    boolean isForThisMachine() {
        return os.equals(System.getProperty("os.name")) && arch.equals(System.getProperty("os.arch"));
    }

    void write(Path image) throws IOException {
        Files.writeString(image.resolve(FILE), text());
    }

    private String text() {
        return "# An image of windrow image.\njava.version=" + javaVersion + "\nos=" + os + "\narch=" + arch
            + "\nfingerprint=" + fingerprint + "\nbytes=" + bytes + "\narchive.bytes=" + archiveBytes
            + "\narchive.crc32=" + archiveSum + "\nclasses=" + loaded + "\narchived=" + archived + "\ncheck.peak.bytes=" + peakBytes
            + "\nheap=" + SmallProfile.heap(feature()) + "\nflags=" + String.join(" ", SmallProfile.flags(feature())) + "\n";
    }

    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /**
     * Reads the file of an image.
     *
     * @throws ImageException if there is none, or it is damaged.
     */
    static ImageFacts read(Path image) throws ImageException {
        if (!isIn(image)) {
            throw new ImageException("there is no image: image=" + image);
        }
        try {
            Properties text = PropertiesFile.read(image.resolve(FILE));
            return new ImageFacts(get(text, "java.version"), get(text, "os"), get(text, "arch"), get(text, "fingerprint"),
                Long.parseLong(get(text, "bytes")), Long.parseLong(get(text, "archive.bytes")), Long.parseLong(get(text, "archive.crc32")),
                Integer.parseInt(get(text, "classes")), Integer.parseInt(get(text, "archived")),
                Long.parseLong(get(text, "check.peak.bytes")));
        } catch (IOException | IllegalArgumentException e) {
            throw new ImageException("the image is damaged: image=" + image + " (" + e.getMessage() + ")", e);
        }
    }

    private static String get(Properties text, String key) {
        String value = text.getProperty(key);
        if (value == null) {
            throw new IllegalArgumentException("no " + key);
        }
        return value;
    }
}
