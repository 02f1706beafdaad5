package io.windrow.examples.soak;

import io.windrow.examples.soak.child.SoakLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the JVM of a soak has told, line by line. */
final class SoakRecord {

    /** A part of a day: its smallest resident memory, anonymous and in all, and the live heap at its end. */
    record Block(int day, int number, long anonymousBytes, long residentBytes, long heapBytes, long samples) {
    }

    /** A day as a whole; memory is that at night. */
    record Day(int number, double seconds, long anonymousBytes, long residentBytes, long compileMillis, long collections) {
    }

    /** When something was counted. */
    record Hour(int day, String name) implements Comparable<Hour> {

        @Override
        public int compareTo(Hour other) {
            return day == other.day ? name.compareTo(other.name) : Integer.compare(day, other.day);
        }
    }

    private final List<Block> blocks = new ArrayList<>();
    private final List<Day> days = new ArrayList<>();
    private final Map<Hour, Map<String, Long>> counts = new TreeMap<>();
    private final Map<Hour, Map<String, List<String>>> names = new TreeMap<>();
    private boolean ended;

    /** Takes a line; what is no such line is left out. */
    void take(String line) {
        String[] part = line.split("\t", -1);
        switch (part[0]) {
            case "BLOCK" -> blocks.add(new Block(Integer.parseInt(part[1]), Integer.parseInt(part[2]), Long.parseLong(part[3]),
                Long.parseLong(part[4]), Long.parseLong(part[5]), Long.parseLong(part[6])));
            case "DAY" -> days.add(new Day(Integer.parseInt(part[1]), Double.parseDouble(part[2]), Long.parseLong(part[3]),
                Long.parseLong(part[4]), Long.parseLong(part[5]), Long.parseLong(part[6])));
            case "COUNT" -> counts.computeIfAbsent(hour(part), hour -> new TreeMap<>()).put(part[3], Long.valueOf(part[4]));
            case "NAME" -> names.computeIfAbsent(hour(part), hour -> new TreeMap<>())
                .computeIfAbsent(part[3], count -> new ArrayList<>()).add(part[4]);
            case "END" -> ended = true;
            default -> {
                // Progress is shown and not kept.
            }
        }
    }

    private static Hour hour(String[] part) {
        return new Hour(Integer.parseInt(part[1]), part[2]);
    }

    boolean isWhole() {
        return ended;
    }

    /** The blocks of the days from one to another, both included. */
    List<Block> blocks(int from, int to) {
        return blocks.stream().filter(block -> block.day() >= from && block.day() <= to).toList();
    }

    List<Day> days() {
        return days;
    }

    /** The last day of the warm-up. */
    int baselineDay() {
        return days.stream().mapToInt(Day::number).filter(day -> day <= SoakLine.BASELINE).max().orElseThrow();
    }

    int warmUpDays() {
        return (int) days.stream().filter(day -> day.number() <= SoakLine.BASELINE).count();
    }

    /** Seconds of the days from one to another, both included. */
    double seconds(int from, int to) {
        return days.stream().filter(day -> day.number() >= from && day.number() <= to).mapToDouble(Day::seconds).sum();
    }

    Map<String, Long> counts(int day, String hour) {
        return counts.getOrDefault(new Hour(day, hour), Map.of());
    }

    Map<Hour, Map<String, Long>> counts() {
        return counts;
    }

    /** The things behind a count. */
    List<String> names(int day, String hour, String count) {
        return names.getOrDefault(new Hour(day, hour), Map.of()).getOrDefault(count, List.of());
    }
}
