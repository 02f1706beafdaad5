package io.windrow.metrics.watch;

import io.windrow.metrics.Figure;
import io.windrow.metrics.watch.CollectorAdvice.Recommendation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rules of {@link CollectorAdvisor}, worked through once. */
final class CollectorRules {

    private static final int FEWEST_COLLECTIONS = 5;
    private static final long MEBIBYTE = 1 << 20;
    private static final long LEAST_HEAP = 8 * MEBIBYTE;
    private static final long SMALL_HEAP = 64 * MEBIBYTE;
    private static final long TOUCHABLE_HEAP = 256 * MEBIBYTE;
    private static final long LARGE_HEAP = 1024 * MEBIBYTE;
    private static final int LIVE_FACTOR = 3;
    private static final int FILL_SECONDS = 10;
    private static final double NEAR_ZERO_ALLOCATION = 1e6;
    private static final long LONG_STOP_NANOS = 50_000_000;
    private static final double MANY_FULL_PER_HOUR = 6;
    private static final long TOUCH_GROWTH = 2_000_000;
    private static final int ZGC_CORES = 4;
    private static final int ZGC_FEATURE = 17;
    private static final int FIRST_GENERATIONAL = 21;
    private static final int FIRST_ALWAYS_GENERATIONAL = 23;
    private static final double HOUR_SECONDS = 3_600;

    private final CollectorSettings settings;
    private final CollectorRecord seen;
    private final OptionsFile options;
    private final List<Recommendation> advice = new ArrayList<>();
    private final boolean hasManyFull;
    private final long heap;

    CollectorRules(CollectorSettings settings, CollectorRecord seen) {
        this.settings = settings;
        this.seen = seen;
        options = new OptionsFile();
        hasManyFull = seen.growth(Figure.OLD_COLLECTIONS) >= 3 && fullPerHour() > MANY_FULL_PER_HOUR;
        heap = heap();
    }

    CollectorAdvice advise() {
        if (seen.collections() < FEWEST_COLLECTIONS || seen.live() <= 0) {
            return new CollectorAdvice(false, tooLittle(), List.of(), "");
        }
        collector();
        size();
        firstTouch();
        container();
        String reason = seen.samples() + " samples over " + FigureText.rounded(seen.seconds()) + " s with " + seen.collections()
            + " collections" + (seen.isLiveExact() ? "" : "; no full collection was among them, so what lives in the heap may be less");
        return new CollectorAdvice(true, reason, advice, options.render(reason));
    }

    private String tooLittle() {
        return "not enough was seen: at least " + FEWEST_COLLECTIONS + " collections and the heap after them are wanted, "
            + seen.collections() + " were seen in " + FigureText.rounded(seen.seconds()) + " s at "
            + FigureText.of(Figure.HEAP_USED, seen.allocatedPerSecond()) + "/s allocated; watch longer or force collections";
    }

    private void collector() {
        long p95 = seen.last(Figure.STOP_P95);
        if (p95 > LONG_STOP_NANOS) {
            longStops(p95);
        } else if (p95 >= 0 && seen.allocatedPerSecond() < NEAR_ZERO_ALLOCATION && heap <= SMALL_HEAP) {
            choose("Serial", "-XX:+UseSerialGC", "little is allocated and the heap is small, so the collector with the fewest threads and"
                + " the least memory of its own will do", allocation(), stops(p95));
            epsilon();
        } else {
            keepCollector();
        }
    }

    private void longStops(long p95) {
        long stopped = seen.growth(Figure.STOPPED_TIME);
        long collecting = seen.growth(Figure.COLLECTION_TIME);
        if (collecting * 2 < stopped) {
            caution("most of the stopped time is not collections: look with -Xlog:safepoint what stops the threads, another collector"
                + " will not help", stops(p95), figure(Figure.COLLECTION_TIME, collecting), figure(Figure.STOPPED_TIME, stopped));
            keepCollector();
        } else if (heap >= LARGE_HEAP && settings.cores() >= ZGC_CORES && settings.feature() >= ZGC_FEATURE) {
            chooseZgc(p95);
        } else if (settings.cores() > 1) {
            choose("G1", "-XX:+UseG1GC", "stops are longer than 50 ms", stops(p95), settings.cores() + " cores");
            add("-XX:MaxGCPauseMillis=25", "a goal of half of what is wanted leaves room for what is not collection", stops(p95));
        } else {
            caution("stops are longer than 50 ms and one core leaves none to collect beside the program: hold less in the heap or allocate"
                + " less", stops(p95), allocation());
            keepCollector();
        }
    }

    private void chooseZgc(long p95) {
        choose("ZGC", "-XX:+UseZGC", "stops are longer than 50 ms, and a large heap and several cores let ZGC collect beside the program",
            stops(p95), settings.cores() + " cores");
        if (settings.feature() >= FIRST_GENERATIONAL && settings.feature() < FIRST_ALWAYS_GENERATIONAL) {
            add("-XX:+ZGenerational", "this Java has it and does not choose it by itself", "Java " + settings.feature());
        }
    }

    private void epsilon() {
        double rate = seen.allocatedPerSecond();
        if (settings.collector().equals("Epsilon")) {
            caution("Epsilon never collects: the heap is full after " + FigureText.rounded(hours(rate)) + " h", allocation());
        } else {
            options.comment("Epsilon, which never collects, would fill this heap in " + FigureText.rounded(hours(rate))
                + " h: only for a run that is known to be shorter");
        }
    }

    private double hours(double rate) {
        return (heap - seen.live()) / rate / HOUR_SECONDS;
    }

    private void size() {
        long now = seen.last(Figure.HEAP_LIMIT);
        String option = "-Xmx" + heap / MEBIBYTE + "m";
        String live = (seen.isLiveExact() ? "full collections" : "collections") + " left "
            + text(Figure.HEAP_AFTER_COLLECTION, seen.live());
        if (heap == now) {
            options.keep(option, "as it is");
        } else {
            add(option, heap > now ? moreReason() : "the heap is more than what lives in it and what is allocated in 10 s need", live,
                allocation(), figure(Figure.HEAP_LIMIT, now));
        }
        initial(now);
        if (hasManyFull && (settings.collector().equals("Serial") || settings.collector().equals("Parallel"))) {
            add("-XX:NewRatio=3", "full collections are frequent, so the old generation gets three quarters of the heap", full());
        }
    }

    private void initial(long now) {
        String option = "-Xms" + heap / MEBIBYTE + "m";
        boolean isWhole = now > 0 && heap == now && seen.last(Figure.HEAP_COMMITTED) >= now - MEBIBYTE;
        if (isWhole) {
            options.keep(option, "as it is");
        } else {
            add(option, "a heap that is whole from the start does not stop the program to grow, and its resident memory is known",
                figure(Figure.HEAP_COMMITTED, seen.last(Figure.HEAP_COMMITTED)));
        }
    }

    private String moreReason() {
        return hasManyFull ? "full collections are frequent" : "what lives in the heap and what is allocated in 10 s need more";
    }

    private long heap() {
        long need = Math.max(LIVE_FACTOR * seen.live(), seen.live() + (long) (FILL_SECONDS * seen.allocatedPerSecond()));
        long now = seen.last(Figure.HEAP_LIMIT);
        if (hasManyFull && now > 0) {
            need = Math.max(need, 2 * now);
        } else if (now > 0 && now * 4 >= need * 3 && now * 2 <= need * 3) {
            return now / MEBIBYTE * MEBIBYTE == now ? now : rounded(now);
        }
        return rounded(Math.max(LEAST_HEAP, need));
    }

    private static long rounded(long bytes) {
        return (bytes + MEBIBYTE - 1) / MEBIBYTE * MEBIBYTE;
    }

    private void firstTouch() {
        long resident = seen.growth(Figure.RESIDENT_ANONYMOUS);
        boolean isHeapFlat = seen.growth(Figure.HEAP_AFTER_COLLECTION) < TOUCH_GROWTH && seen.growth(Figure.OFF_HEAP) < TOUCH_GROWTH;
        if (resident < TOUCH_GROWTH || !isHeapFlat || settings.flags().contains("AlwaysPreTouch")) {
            return;
        }
        String evidence = "residentAnonymousBytes grew by " + text(Figure.RESIDENT_ANONYMOUS, resident);
        if (heap <= TOUCHABLE_HEAP) {
            add("-XX:+AlwaysPreTouch", "pages of the heap are touched for the first time as the program runs; touched at the start,"
                + " resident memory is flat and a leak shows at once", evidence);
        } else {
            caution("pages of the heap are touched for the first time as the program runs: resident memory goes on to grow to the size of"
                + " the heap, which only a smaller heap prevents", evidence);
        }
    }

    private void container() {
        long limit = seen.last(Figure.CONTAINER_LIMIT);
        long need = heap + Math.max(0, seen.last(Figure.OFF_HEAP_LIMIT));
        if (limit > 0 && need > limit * 3 / 4) {
            caution("heap and off-heap budget take more than three quarters of the container's limit, and code, stacks and the collector"
                + " need the rest", "heap " + text(Figure.HEAP_LIMIT, heap),
                figure(Figure.OFF_HEAP_LIMIT, seen.last(Figure.OFF_HEAP_LIMIT)), figure(Figure.CONTAINER_LIMIT, limit));
        }
    }

    private void choose(String name, String option, String reason, String... evidence) {
        if (settings.collector().equals(name)) {
            options.keep(option, "as it is");
        } else {
            add(option, reason, evidence);
        }
    }

    private void keepCollector() {
        String option = switch (settings.collector()) {
            case "Serial", "Parallel", "G1", "Shenandoah" -> "-XX:+Use" + settings.collector() + "GC";
            case "ZGC" -> "-XX:+UseZGC";
            default -> "";
        };
        if (!option.isEmpty()) {
            options.keep(option, "as it is");
        }
    }

    private void add(String option, String reason, String... evidence) {
        advice.add(new Recommendation(option, reason, List.of(evidence)));
        options.add(option, reason, List.of(evidence));
    }

    private void caution(String reason, String... evidence) {
        advice.add(new Recommendation("", reason, List.of(evidence)));
        options.comment(reason + " (" + String.join(", ", evidence) + ")");
    }

    private double fullPerHour() {
        return seen.growth(Figure.OLD_COLLECTIONS) * HOUR_SECONDS / seen.seconds();
    }

    private String full() {
        return String.format(Locale.ROOT, "%.1f full collections an hour", fullPerHour());
    }

    private String stops(long p95) {
        return figure(Figure.STOP_P95, p95);
    }

    private String allocation() {
        return (seen.isAllocationExact() ? "allocated " : "allocated at least ")
            + text(Figure.HEAP_USED, seen.allocatedPerSecond()) + "/s";
    }

    private static String figure(Figure figure, long value) {
        return figure.key() + " " + (value < 0 ? "not known" : text(figure, value));
    }

    private static String text(Figure figure, double value) {
        return FigureText.of(figure, value);
    }
}
