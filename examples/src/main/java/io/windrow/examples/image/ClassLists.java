package io.windrow.examples.image;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Lists of loaded classes, as {@code -XX:DumpLoadedClassList} writes them. */
final class ClassLists {

    /** The number that a newer JVM gives each class of a run. */
    private static final Pattern NUMBER = Pattern.compile(" id: \\d+");
    private static final String COMMENT = "#";

    private ClassLists() {
    }

    /** All of the first, and of the second what the first does not have, without numbers, which are the first's. */
    static List<String> join(List<String> first, List<String> second) {
        List<String> joined = new ArrayList<>(first);
        Set<String> known = new HashSet<>();
        first.forEach(line -> known.add(plain(line)));
        for (String line : second) {
            if (!line.startsWith(COMMENT) && known.add(plain(line))) {
                joined.add(plain(line));
            }
        }
        return joined;
    }

    private static String plain(String line) {
        return NUMBER.matcher(line).replaceFirst("");
    }
}
