package io.windrow.examples.image;

import io.windrow.pipeline.PropertiesFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * A JDK that an image can be linked from.
 *
 * @param home    its folder.
 * @param version such as 17.0.15.
 */
record Jdk(Path home, String version) {

    static final int OLDEST = 17;

    /** The JDK that runs this. */
    static Path own() {
        return Path.of(System.getProperty("java.home"));
    }

    /**
     * Looks at a JDK.
     *
     * @throws IllegalArgumentException if it is none, is too old, cannot link or is for another machine; the message names it.
     */
    static Jdk of(Path home) {
        Jdk jdk = new Jdk(home.toAbsolutePath().normalize(), versionOf(home));
        require(jdk.feature() >= OLDEST, "the JDK must be " + OLDEST + " or newer, found " + jdk.version, home);
        for (String tool : List.of("java", "javac", "jlink")) {
            require(Files.isExecutable(Path.of(jdk.tool(tool))), "the JDK must have bin/" + tool, home);
        }
        require(jdk.said("java", "-version").exit() == 0, "the JDK must run on this machine", home);
        require(Files.exists(home.resolve("jmods").resolve("java.base.jmod")) || jdk.linksFromItself(),
            "the JDK must have jmods or be able to link without", home);
        return jdk;
    }

    private static String versionOf(Path home) {
        try {
            Properties release = PropertiesFile.read(home.resolve("release"));
            return release.getProperty("JAVA_VERSION", "0").replace("\"", "");
        } catch (IOException e) {
            throw new IllegalArgumentException("the JDK must have a file named release: jdk=" + home, e);
        }
    }

    /** From JDK 24 on some are built so; see JEP 493. */
    private boolean linksFromItself() {
        return said("jlink", "--help").text().contains("Linking from run-time image enabled");
    }

    private Tool.Said said(String tool, String argument) {
        try {
            return Tool.run(List.of(tool(tool), argument), Map.of());
        } catch (IOException e) {
            throw new IllegalArgumentException("the JDK must run on this machine (" + e.getMessage() + "): jdk=" + home, e);
        }
    }

    private static void require(boolean holds, String rule, Path home) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ": jdk=" + home);
        }
    }

    int feature() {
        String digits = version.split("[^0-9]", 2)[0];
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    String tool(String name) {
        return home.resolve("bin").resolve(name).toString();
    }
}
