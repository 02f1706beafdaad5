package io.windrow.metrics;

import java.io.File;
import java.io.IOException;

/**
 * Where the memory control group of a process lies in the file system.
 *
 * <p>{@code /proc/PID/cgroup} has a line for each hierarchy, {@code number:controllers:path}. Where one names the controller
 * {@code memory}, that is version 1, also beside version 2; else {@code 0::path} is version 2. {@code /proc/self/mountinfo}, see
 * proc_pid_mountinfo(5), tells where the hierarchy is mounted and which of its groups is at the mount's root. Both are as seen from the
 * namespace of the reader.
 */
final class ControlGroupPlace {

    private static final String CONTROLLER = "memory";
    private static final int ROOT_FIELD = 3;
    private static final int MOUNT_POINT_FIELD = 4;

    private final ControlGroupFiles names;
    private final File folder;
    private final int depth;

    private ControlGroupPlace(ControlGroupFiles names, File folder, int depth) {
        this.names = names;
        this.folder = folder;
        this.depth = depth;
    }

    /** The place, or null if there is none. */
    static ControlGroupPlace find(File root, String owner) {
        File proc = new File(root, "proc");
        String group = line(new File(new File(proc, owner), "cgroup"), Wanted.GROUP_OF_VERSION_1);
        if (group != null) {
            return mounted(root, path(group), ControlGroupFiles.VERSION_1);
        }
        group = line(new File(new File(proc, owner), "cgroup"), Wanted.GROUP_OF_VERSION_2);
        return group == null ? null : mounted(root, path(group), ControlGroupFiles.VERSION_2);
    }

    ControlGroupFiles names() {
        return names;
    }

    File folder() {
        return folder;
    }

    /** Groups from this one up to the highest that can be seen, both included. */
    int depth() {
        return depth;
    }

    private static ControlGroupPlace mounted(File root, String path, ControlGroupFiles names) {
        boolean second = names == ControlGroupFiles.VERSION_2;
        String mount = line(new File(root, "proc/self/mountinfo"), second ? Wanted.MOUNT_OF_VERSION_2 : Wanted.MOUNT_OF_VERSION_1);
        if (mount == null) {
            return null;
        }
        File top = new File(root, field(mount, MOUNT_POINT_FIELD));
        String below = below(field(mount, ROOT_FIELD), path);
        // A group that cannot be seen from here is bound by the one that can.
        return new File(top, below).isDirectory() ? new ControlGroupPlace(names, new File(top, below), 1 + steps(below))
            : new ControlGroupPlace(names, top, 1);
    }

    /** The group's path from the mount point on. */
    private static String below(String mountedGroup, String path) {
        if (mountedGroup.equals("/")) {
            return path;
        }
        boolean inside = path.equals(mountedGroup) || path.startsWith(mountedGroup.concat("/"));
        return inside ? path.substring(mountedGroup.length()) : "";
    }

    private static int steps(String path) {
        int steps = 0;
        for (int i = 0; i < path.length(); i++) {
            boolean starts = path.charAt(i) != '/' && (i == 0 || path.charAt(i - 1) == '/');
            steps += starts ? 1 : 0;
        }
        return steps;
    }

    private static String path(String line) {
        return line.substring(line.indexOf(':', line.indexOf(':') + 1) + 1);
    }

    private static String field(String line, int index) {
        int from = 0;
        for (int i = 0; i < index; i++) {
            from = line.indexOf(' ', from) + 1;
        }
        // The kernel writes a blank in a path as its octal number.
        return line.substring(from, line.indexOf(' ', from)).replace("\\040", " ");
    }

    /** The first line that is wanted, or null. */
    private static String line(File file, Wanted wanted) {
        try (FileLines lines = new FileLines(file)) {
            String line = lines.next();
            while (line != null && !wanted.is(line)) {
                line = lines.next();
            }
            return line;
        } catch (IOException e) {
            return null;
        }
    }

    /** A kind of line; constants, and not lambdas, whose classes would weigh in the process that is measured. */
    private enum Wanted {
        GROUP_OF_VERSION_1, GROUP_OF_VERSION_2, MOUNT_OF_VERSION_1, MOUNT_OF_VERSION_2;

        boolean is(String line) {
            switch (this) {
                case GROUP_OF_VERSION_1:
                    int from = line.indexOf(':') + 1;
                    return contains(line.substring(from, line.indexOf(':', from)), CONTROLLER);
                case GROUP_OF_VERSION_2:
                    return line.startsWith("0::");
                case MOUNT_OF_VERSION_1:
                    return line.contains(" - cgroup ") && contains(line.substring(line.lastIndexOf(' ') + 1), CONTROLLER);
                default:
                    return line.contains(" - cgroup2 ");
            }
        }

        /** Whether a list that is parted by commas has this member. */
        private static boolean contains(String list, String member) {
            return ",".concat(list).concat(",").contains(",".concat(member).concat(","));
        }
    }
}
