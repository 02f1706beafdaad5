package io.windrow.examples.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the running engine allocates, from the generator to the file of signals. */
@Timeout(400)
class EngineAllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Pattern EVENTS = Pattern.compile("events=(\\d+)");
    private static final Pattern SIGNALS = Pattern.compile("signals=(\\d+)");
    private static final int SIGNALS_OF_A_LOOK = 1_000;
    private static final int EVENTS_OF_A_LOOK = 100_000;
    private static final int LOOKS = 10;
    private static final double MOST_BYTES = 0.1;

    @TempDir
    private Path folder;

    @Test
    void shouldAllocateNothingForAnEventOrASignal() throws Exception {
        RunSettings settings = RunConfig.read(null, List.of("speed=max", "rate=1000", "strategies=crossing,breakout", "sink=file",
            "sink-file=" + folder.resolve("signals.csv"), "duration=600s", "status-interval=500ms", "quiet=false",
            "metrics-port=0"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TradingEngine engine = TradingEngine.open(settings)) {
            EngineEnd[] end = new EngineEnd[1];
            Thread run = new Thread(() -> end[0] = engine.run(new EngineLog(new PrintStream(out, true), false)));
            run.start();
            double[] looks = new double[LOOKS];
            int look = 0;
            do {
                looks[look] = bytesPerEvent(out, run);
            } while (looks[look++] >= MOST_BYTES && look < LOOKS);
            engine.stop(EndReason.SIGNAL);
            run.join();

            assertThat(end[0].exitCode()).as(end[0].report()).isZero();
            assertThat(looks[look - 1]).as("bytes per event in the last of %s looks: %s", look, Arrays.toString(looks))
                .isLessThan(MOST_BYTES);
        }
    }

    /** What an event allocates, every look has; what the first ones allocate until all is warm, one look has. */
    private static double bytesPerEvent(ByteArrayOutputStream out, Thread run) throws InterruptedException {
        long bytesBefore = allocated();
        long eventsBefore = newest(EVENTS, out);
        long signalsBefore = newest(SIGNALS, out);
        long events = 0;
        while (events < EVENTS_OF_A_LOOK || newest(SIGNALS, out) - signalsBefore < SIGNALS_OF_A_LOOK) {
            assertThat(run.isAlive()).as("the engine runs").isTrue();
            Thread.sleep(50);
            events = newest(EVENTS, out) - eventsBefore;
        }
        return (allocated() - bytesBefore) / (double) events;
    }

    /** Of all threads of the engine but the one that makes the status lines. */
    private static long allocated() {
        long bytes = 0;
        for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().startsWith("windrow-")) {
                bytes += THREADS.getThreadAllocatedBytes(thread.getThreadId());
            }
        }
        return bytes;
    }

    /** As the last status line has it. */
    private static long newest(Pattern number, ByteArrayOutputStream out) {
        long newest = 0;
        Matcher matcher = number.matcher(out.toString());
        while (matcher.find()) {
            newest = Long.parseLong(matcher.group(1));
        }
        return newest;
    }
}
