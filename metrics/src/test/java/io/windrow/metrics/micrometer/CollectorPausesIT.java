package io.windrow.metrics.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * G1's pauses by Micrometer's own binder and by ours, against the JVM's log. Remark and cleanup stop all threads: on JDK 17 no bean
 * tells of them, from JDK 20 on Micrometer takes the bean that does for concurrent work.
 */
class CollectorPausesIT {

    private static final Pattern PAUSE = Pattern.compile("GC\\(\\d+\\) Pause (Young|Full|Remark|Cleanup).* ([\\d.]+)ms$");

    private static final int RUNS = 5;
    private static final double MOST_APART = 0.02;

    @TempDir
    private Path folder;

    /**
     * The collector's counter and its log take the time at places that are some microseconds apart. Where the machine stops a process just
     * there the two differ by that, so the nearest of some runs counts; that none is missed is true of each.
     */
    @Test
    void shouldCountEveryPauseOfG1() throws Exception {
        double nearest = Double.MAX_VALUE;
        for (int i = 0; i < RUNS && nearest > MOST_APART; i++) {
            nearest = Math.min(nearest, apart(folder.resolve("gc" + i + ".log")));
        }
        assertThat(nearest).as("share of the time by which ours and the log differ").isLessThanOrEqualTo(MOST_APART);
    }

    private static double apart(Path log) throws Exception {
        Map<String, Long> said = run(log);
        long pauses = 0;
        double millis = 0;
        long markings = 0;
        for (String line : Files.readAllLines(log)) {
            Matcher pause = PAUSE.matcher(line);
            if (pause.find()) {
                pauses++;
                millis += Double.parseDouble(pause.group(2));
                markings += pause.group(1).equals("Remark") || pause.group(1).equals("Cleanup") ? 1 : 0;
            }
        }
        System.out.println("G1 pauses: log " + pauses + " (" + markings + " remark and cleanup), " + Math.round(millis) + " ms; ours "
            + said.get("oursCount") + ", " + said.get("oursNanos") / 1_000_000 + " ms; Micrometer after the binding "
            + said.get("micrometerCount") + ", " + said.get("micrometerNanos") / 1_000_000 + " ms");
        assertThat(markings).as("concurrent cycles").isGreaterThan(5);
        assertThat(said.get("oursCount")).isEqualTo(pauses);
        assertThat(said.get("micrometerCount")).as("Micrometer's own binder misses them").isLessThanOrEqualTo(pauses - markings);
        return Math.abs(said.get("oursNanos") / 1e6 - millis) / millis;
    }

    private static Map<String, Long> run(Path log) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseG1GC", "-Xmx160m",
            "-XX:+ExplicitGCInvokesConcurrent", "-Xlog:gc:file=" + log, "-cp", System.getProperty("java.class.path"),
            CollectorPausesMain.class.getName()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        Map<String, Long> printed = new HashMap<>();
        for (String line : new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
            if (line.matches("\\w+=\\d+")) {
                printed.put(line.substring(0, line.indexOf('=')), Long.parseLong(line.substring(line.indexOf('=') + 1)));
            }
        }
        assertThat(process.waitFor()).isZero();
        return printed;
    }
}
