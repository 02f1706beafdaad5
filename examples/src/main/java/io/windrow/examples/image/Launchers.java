package io.windrow.examples.image;

import io.windrow.examples.run.EngineMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The two scripts of an image. They name nothing but what lies beside them, so that an image may be moved. */
final class Launchers {

    static final String MODULE = "io.windrow.engine";
    static final String ENGINE = "windrow-engine";
    static final String JVM = "windrow-jvm";
    static final String ARCHIVE = "windrow.jsa";

    private static final String HERE = """
        self=$(readlink -f "$0" 2>/dev/null || echo "$0")
        here=$(CDPATH='' cd -- "$(dirname -- "$self")" && pwd -P)
        """;

    private Launchers() {
    }

    static String engine() {
        return """
            #!/bin/sh
            # The engine in the profile small: [FILE] [key=value ...], as windrow run has them.
            set -eu
            """ + HERE + "exec \"$here/" + JVM + "\" " + engineClass() + " \"$@\"\n";
    }

    static String jvm(int feature) {
        String heap = SmallProfile.heap(feature);
        return """
            #!/bin/sh
            # The virtual machine of the profile small: MODULE/CLASS [ARGUMENT ...]
            #
            #   WINDROW_HEAP   size of the Java heap (%s)
            #   WINDROW_OPTS   further options of the virtual machine
            set -eu
            """.formatted(heap) + HERE + "heap=${WINDROW_HEAP:-" + heap + "}\nunset CLASSPATH\nexport "
            + String.join(" ", SmallProfile.environment()) + "\n# shellcheck disable=SC2086\nexec \"$here/java\" "
            + String.join(" ", SmallProfile.flags(feature)) + " \\\n    \"-Xms$heap\" \"-Xmx$heap\" \"-XX:SharedArchiveFile=$here/../lib/"
            + ARCHIVE + "\" ${WINDROW_OPTS:-} -m \"$@\"\n";
    }

    static String engineClass() {
        return MODULE + "/" + EngineMain.class.getName();
    }

    static void write(Path image, int feature) throws IOException {
        write(image.resolve("bin").resolve(ENGINE), engine());
        write(image.resolve("bin").resolve(JVM), jvm(feature));
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
