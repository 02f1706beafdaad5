package io.windrow.metrics.sites;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * Adds the samples of a recording up by place and class. Only loaded where there is a {@code jdk.jfr}.
 *
 * <p>A sample weighs what its thread allocated since its last one. The first of a thread therefore weighs all that the thread allocated
 * before the recording, in an engine's life perhaps terabytes, and is left out. Events come in no promised order, so the earliest of each
 * thread is held back until the end.
 */
final class SiteTable {

    static final String EVENT = "jdk.ObjectAllocationSample";
    static final long ANY_THREAD = -1;

    private static final List<String> LIBRARY = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

    private final Map<Long, Weighed> earliest = new HashMap<>();
    private final Map<Key, long[]> bytesAndSamples = new HashMap<>();
    private long totalBytes;
    private long samples;

    private record Key(String place, String allocatedClass) {
    }

    private record Weighed(Instant at, Key key, long bytes) {
    }

    static AllocationReport read(Path file, long javaThreadId, long recordedNanos, int top) {
        SiteTable table = new SiteTable();
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                table.add(recording.readEvent(), javaThreadId);
            }
        } catch (IOException e) {
            throw new RecordingException("a recording must be readable: file=" + file + ", why=" + e.getMessage(), e);
        }
        return table.report(recordedNanos, top);
    }

    private void add(RecordedEvent event, long javaThreadId) {
        if (!event.getEventType().getName().equals(EVENT) || !isOf(event.getThread(), javaThreadId)) {
            return;
        }
        RecordedClass type = event.getClass("objectClass");
        Key key = new Key(place(event.getStackTrace()), type == null ? "unknown" : readable(type.getName()));
        Weighed sample = new Weighed(event.getStartTime(), key, event.getLong("weight"));
        long thread = event.getThread() == null ? ANY_THREAD : event.getThread().getId();
        Weighed first = earliest.get(thread);
        if (first == null || sample.at.isBefore(first.at)) {
            earliest.put(thread, sample);
            sample = first;
        }
        if (sample != null) {
            add(sample);
        }
    }

    private void add(Weighed sample) {
        long[] sums = bytesAndSamples.computeIfAbsent(sample.key, k -> new long[2]);
        sums[0] += sample.bytes;
        sums[1]++;
        totalBytes += sample.bytes;
        samples++;
    }

    private AllocationReport report(long recordedNanos, int top) {
        List<AllocationSite> sites = bytesAndSamples.entrySet().stream()
            .map(entry -> new AllocationSite(entry.getKey().place(), entry.getKey().allocatedClass(), entry.getValue()[0],
                totalBytes == 0 ? 0 : (double) entry.getValue()[0] / totalBytes, entry.getValue()[1]))
            .sorted(Comparator.comparingLong(AllocationSite::bytes).reversed().thenComparing(AllocationSite::place)
                .thenComparing(AllocationSite::allocatedClass))
            .limit(top).toList();
        return new AllocationReport(recordedNanos, totalBytes, samples, sites);
    }

    private static boolean isOf(RecordedThread thread, long javaThreadId) {
        return javaThreadId == ANY_THREAD || thread != null && thread.getJavaThreadId() == javaThreadId;
    }

    private static String place(RecordedStackTrace stack) {
        if (stack == null || stack.getFrames().isEmpty()) {
            return "unknown";
        }
        for (RecordedFrame frame : stack.getFrames()) {
            if (LIBRARY.stream().noneMatch(typeName(frame)::startsWith)) {
                return text(frame);
            }
        }
        return text(stack.getFrames().get(0));
    }

    private static String typeName(RecordedFrame frame) {
        RecordedMethod method = frame.getMethod();
        return method == null || method.getType() == null ? "unknown" : method.getType().getName();
    }

    private static String text(RecordedFrame frame) {
        String method = frame.getMethod() == null ? "unknown" : frame.getMethod().getName();
        return typeName(frame) + "." + method + ":" + frame.getLineNumber();
    }

    /** {@code [B} is {@code byte[]}, {@code [Ljava.lang.Object;} is {@code java.lang.Object[]}. */
    static String readable(String name) {
        int dimensions = 0;
        while (name.charAt(dimensions) == '[') {
            dimensions++;
        }
        if (dimensions == 0) {
            return name;
        }
        String element = switch (name.charAt(dimensions)) {
            case 'Z' -> "boolean";
            case 'B' -> "byte";
            case 'C' -> "char";
            case 'S' -> "short";
            case 'I' -> "int";
            case 'J' -> "long";
            case 'F' -> "float";
            case 'D' -> "double";
            default -> name.substring(dimensions + 1, name.length() - 1);
        };
        return element + "[]".repeat(dimensions);
    }
}
