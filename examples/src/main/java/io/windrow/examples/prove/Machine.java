package io.windrow.examples.prove;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a reader has to know of the machine to judge the figures. */
public final class Machine {

    private Machine() {
    }

    /**
     * Looks at the machine and the JVM this runs in.
     *
     * @return what it is by name, in the order to show it; {@code unknown} for what the system does not tell.
     */
    public static Map<String, String> conditions() {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("cpu", field("/proc/cpuinfo", "model name", System.getProperty("os.arch")));
        conditions.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        conditions.put("memory", field("/proc/meminfo", "MemTotal", "unknown"));
        conditions.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        conditions.put("jdk", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version") + ", "
            + System.getProperty("java.vendor"));
        conditions.put("transparent huge pages", line("/sys/kernel/mm/transparent_hugepage/enabled"));
        conditions.put("load before", line("/proc/loadavg"));
        return conditions;
    }

    private static String field(String file, String name, String otherwise) {
        try {
            for (String line : Files.readAllLines(Path.of(file))) {
                if (line.startsWith(name)) {
                    return line.substring(line.indexOf(':') + 1).strip();
                }
            }
        } catch (IOException e) {
            // Another system than Linux: what it cannot say is said to be unknown.
        }
        return otherwise;
    }

    private static String line(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }
}
