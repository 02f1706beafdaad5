package io.windrow.metrics;

import java.io.File;
import java.io.IOException;

/** Finds the counter file of a JVM: {@code hsperfdata_USER/PID} in the folder for temporary files. */
final class CounterFile {

    private static final String FOLDER_PREFIX = "hsperfdata_";
    /** HotSpot on Linux always takes this one, whatever {@code java.io.tmpdir} says. */
    private static final File LINUX_FOLDER = new File("/tmp");

    private CounterFile() {
    }

    /** The file, or null. */
    static File locate(long pid) {
        File folder = ProcessMemory.supported() ? LINUX_FOLDER : new File(System.getProperty("java.io.tmpdir"));
        String[] names = folder.list();
        File newest = null;
        for (int i = 0; names != null && i < names.length; i++) {
            if (names[i].startsWith(FOLDER_PREFIX)) {
                newest = newer(newest, new File(new File(folder, names[i]), Long.toString(pid)));
            }
        }
        return newest != null && isInUse(newest, pid) ? newest : null;
    }

    /** Numbers are given again: of two users' files the older was left by a JVM that was killed before the newer began. */
    private static File newer(File known, File candidate) {
        if (!candidate.canRead()) {
            return known;
        }
        return known == null || candidate.lastModified() > known.lastModified() ? candidate : known;
    }

    /** A killed JVM leaves its file behind, and a later process of the same number would seem to stand still. */
    private static boolean isInUse(File file, long pid) {
        File maps = new File(new File("/proc", Long.toString(pid)), "maps");
        if (!maps.canRead()) {
            return true;
        }
        String ending = new StringBuilder(file.getParentFile().getName()).append('/').append(pid).toString();
        try (FileLines lines = new FileLines(maps)) {
            return anyEndsWith(lines, ending);
        } catch (IOException e) {
            // The process ended, or forbids a look at its maps; the file itself is still what was asked for.
            return true;
        }
    }

    private static boolean anyEndsWith(FileLines lines, String ending) throws IOException {
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (line.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }
}
