package io.windrow.examples.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the running engine allocates, from the generator to the file of signals. */
@Timeout(120)
class EngineAllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Pattern EVENTS = Pattern.compile("events=(\\d+)");

    @TempDir
    private Path folder;

    @Test
    void shouldAllocateNothingForAnEventOrASignal() throws Exception {
        RunSettings settings = RunConfig.read(null, List.of("speed=max", "rate=1000", "strategies=crossing,breakout", "sink=file",
            "sink-file=" + folder.resolve("signals.csv"), "duration=60s", "status-interval=500ms", "quiet=false",
            "metrics-port=0"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TradingEngine engine = TradingEngine.open(settings)) {
            EngineEnd[] end = new EngineEnd[1];
            Thread run = new Thread(() -> end[0] = engine.run(new EngineLog(new PrintStream(out, true), false)));
            run.start();
            Thread.sleep(3_000);
            long bytesBefore = allocated();
            long eventsBefore = events(out);
            Thread.sleep(3_000);
            long events = events(out) - eventsBefore;
            long bytes = allocated() - bytesBefore;
            engine.stop(EndReason.SIGNAL);
            run.join();

            assertThat(events).as("events while it was measured").isGreaterThan(100_000);
            assertThat(end[0].pipeline().signalCount()).isGreaterThan(1_000);
            assertThat(end[0].exitCode()).as(end[0].report()).isZero();
            assertThat(bytes / (double) events).as("bytes per event, of %s in %s events", bytes, events).isLessThan(0.1);
        }
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

    private static long events(ByteArrayOutputStream out) {
        long events = 0;
        Matcher matcher = EVENTS.matcher(out.toString());
        while (matcher.find()) {
            events = Long.parseLong(matcher.group(1));
        }
        return events;
    }
}
