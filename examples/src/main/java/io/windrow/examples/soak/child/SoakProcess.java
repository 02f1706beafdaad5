package io.windrow.examples.soak.child;

import io.windrow.examples.prove.child.ParentWatch;
import io.windrow.metrics.HotspotCounters;
import io.windrow.metrics.ProcessMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * The JVM of a soak: warms up, plays the days, rests, and plays one more. Takes a folder and the settings; prints {@link SoakLine}s, and
 * ends with 1 and one line of text if it fails.
 */
public final class SoakProcess {

    /** The hour of a census while the session is open and drained. */
    public static final String NOON = "noon";
    /** The hour of a census when the session is closed. */
    public static final String NIGHT = "night";

    private static final int FEWEST_WARM_UPS = 2;
    private static final int MOST_WARM_UPS = 20;
    /** The virtual machine gives what its compiler has taken back every five seconds. */
    private static final long WARM_UP_NANOS = 8_000_000_000L;
    private static final int QUIET_COMPILE_MILLIS = 5;
    private static final int REST_MILLIS = 1_000;
    private static final long RECLAIM_NANOS = 10_000_000_000L;
    private static final int MOST_HASTE = 1_000;
    private static final int SECONDS_PER_MINUTE = 60;

    private final EngineHouse house;
    private final BlockSampler sampler;
    private final Census census;
    private final PlantedFault fault;
    private final double speed;

    private SoakProcess(EngineHouse house, HotspotCounters counters) {
        this.house = house;
        SoakSettings settings = house.settings;
        fault = new PlantedFault(house);
        sampler = new BlockSampler(house, counters, fault, settings.events() * (settings.days() + FEWEST_WARM_UPS + 1));
        census = new Census(house, counters);
        double span = (double) settings.events() / settings.rate() * settings.days();
        speed = settings.minutes() == 0 ? 0 : span / settings.minutes() / SECONDS_PER_MINUTE;
    }

    /**
     * Runs a soak.
     *
     * @param args the folder for logs, then what {@link SoakSettings#arguments()} gave.
     */
    public static void main(String[] args) {
        ParentWatch.begin();
        String[] rest = new String[args.length - 1];
        System.arraycopy(args, 1, rest, 0, rest.length);
        try (EngineHouse house = new EngineHouse(SoakSettings.parse(rest), Path.of(args[0]));
            HotspotCounters counters = HotspotCounters.self()) {
            new SoakProcess(house, counters).run();
        } catch (IOException | RuntimeException | Error e) {
            fail(e);
        }
        Runtime.getRuntime().halt(0);
    }

    static void fail(Throwable cause) {
        System.err.println(cause.getMessage() == null ? cause.toString() : cause.getMessage());
        Runtime.getRuntime().halt(1);
    }

    private void run() throws IOException {
        warmUp();
        int days = house.settings.days();
        for (int day = 1; day <= days; day++) {
            day(day, speed);
        }
        rest();
        day(days + 1, 0);
        SoakLine.END.print();
    }

    /** For some seconds, and until a day loads no class and compiles next to nothing. */
    private void warmUp() throws IOException {
        boolean quiet = false;
        double first = 0;
        long start = System.nanoTime();
        for (int i = 1; !quiet && i <= MOST_WARM_UPS; i++) {
            long classes = census.classes();
            long compiled = census.compileMillis();
            double seconds = day(i - MOST_WARM_UPS, warmUpSpeed(first));
            first = i == 1 ? seconds : first;
            boolean quietDay = census.classes() == classes && census.compileMillis() - compiled <= QUIET_COMPILE_MILLIS;
            quiet = quietDay && i >= FEWEST_WARM_UPS && System.nanoTime() - start >= WARM_UP_NANOS;
        }
    }

    /** If the days that count wait between trades, so do those of the warm-up, as short as that can be: waiting has code of its own. */
    private double warmUpSpeed(double firstSeconds) {
        if (speed == 0 || firstSeconds == 0) {
            return 0;
        }
        double span = (double) house.settings.events() / house.settings.rate();
        return Math.max(speed, Math.min(span / firstSeconds / 2, speed * MOST_HASTE));
    }

    /** Tells how many seconds it took. */
    private double day(int number, double pace) throws IOException {
        long start = System.nanoTime();
        long compiled = census.compileMillis();
        long collections = census.collections();
        TradingDay day = new TradingDay(house, number + MOST_WARM_UPS);
        sampler.open(day, number);
        day.morning(pace);
        census.take(number, NOON);
        day.afternoon(pace);
        sampler.end();
        day.close();
        fault.day();
        reclaim();
        census.take(number, NIGHT);
        double seconds = (System.nanoTime() - start) / 1e9;
        try (ProcessMemory memory = ProcessMemory.self()) {
            SoakLine.DAY.print(number, seconds, memory.anonymousBytes(), memory.residentBytes(),
                census.compileMillis() - compiled, census.collections() - collections);
        }
        return seconds;
    }

    /** The virtual machine hands memory off the heap back when the collector has found that nobody uses it. */
    private void reclaim() {
        long deadline = System.nanoTime() + RECLAIM_NANOS;
        do {
            sampler.liveHeap();
            pause(20);
        } while (house.memory.awaitingReclaimBytes() > 0 && System.nanoTime() - deadline < 0);
    }

    private static void rest() {
        pause(REST_MILLIS);
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
