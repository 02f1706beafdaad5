package io.windrow.pipeline.feeds;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Recorded market data that lie beside the repository and not in it. */
final class SharedData {

    private SharedData() {
    }

    /** The file, or the test is skipped. */
    static Path file(String name) {
        Path file = folder().resolve(name);
        assumeTrue(Files.exists(file), "skipped: recorded data are not here: file=" + file + " (-Dwindrow.data=FOLDER says where)");
        return file;
    }

    private static Path folder() {
        String override = System.getProperty("windrow.data");
        if (override != null) {
            return Path.of(override);
        }
        Path last = Path.of("../shared/data");
        for (Path at = Path.of(System.getProperty("user.dir")).toAbsolutePath(); at.getParent() != null; at = at.getParent()) {
            last = at.resolveSibling("shared").resolve("data");
            if (Files.isDirectory(last)) {
                return last;
            }
        }
        return last;
    }
}
