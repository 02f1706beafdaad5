package io.windrow.examples.soak.child;

import java.util.List;

/**
 * What a soak is told.
 *
 * @param days        trading days that count, after the warm-up, at least 1.
 * @param events      trades of a day, at least 10,000.
 * @param rate        trades a second in the data's own time, 1 to 1,000,000.
 * @param instruments how many instruments, 1 to 10,000.
 * @param minutes     how long the days shall take; 0 for as fast as it goes.
 * @param blocks      blocks of a day.
 * @param plant       the fault that is put in.
 */
public record SoakSettings(int days, long events, int rate, int instruments, double minutes, int blocks, Plant plant) {

    /** Seconds of a trading day: the venues of the data do not close. */
    public static final int DAY_SECONDS = 86_400;

    /** The fewest blocks of a soak. */
    public static final int FEWEST_BLOCKS = 20;

    private static final int FEWEST_EVENTS = 10_000;
    private static final int MOST_DAYS = 1_000;
    private static final int MOST_RATE = 1_000_000;
    private static final int MOST_INSTRUMENTS = 10_000;
    private static final int FIELDS = 7;

    /**
     * Checks settings.
     *
     * @param days        trading days that count.
     * @param events      trades of a day.
     * @param rate        trades a second in the data's own time.
     * @param instruments how many instruments.
     * @param minutes     how long the days shall take.
     * @param blocks      blocks of a day.
     * @param plant       the fault that is put in.
     * @throws IllegalArgumentException if a number is out of its range.
     */
    public SoakSettings {
        require(days >= 1 && days <= MOST_DAYS, "days must be 1 to " + MOST_DAYS, "days", days);
        require(rate >= 1 && rate <= MOST_RATE, "rate must be 1 to " + MOST_RATE, "rate", rate);
        require(events >= FEWEST_EVENTS, "trades must be at least " + FEWEST_EVENTS, "trades", events);
        require(instruments >= 1 && instruments <= MOST_INSTRUMENTS, "instruments must be 1 to " + MOST_INSTRUMENTS, "instruments",
            instruments);
        require(minutes >= 0 && minutes < Double.POSITIVE_INFINITY, "minutes must be 0 or more", "minutes", minutes);
        require(blocks * days >= FEWEST_BLOCKS, "blocks of all days must be at least " + FEWEST_BLOCKS, "blocks", blocks);
    }

    /**
     * Settings with enough blocks.
     *
     * @param days        trading days that count.
     * @param events      trades of a day; 0 for as many as the rate gives.
     * @param rate        trades a second in the data's own time.
     * @param instruments how many instruments.
     * @param minutes     how long the days shall take.
     * @param plant       the fault that is put in.
     * @return the settings.
     * @throws IllegalArgumentException if a number is out of its range.
     */
    public static SoakSettings of(int days, long events, int rate, int instruments, double minutes, Plant plant) {
        long all = events == 0 ? dayEvents(rate) : events;
        return new SoakSettings(days, all, rate, instruments, minutes, (FEWEST_BLOCKS + Math.max(1, days) - 1) / Math.max(1, days), plant);
    }

    /**
     * Trades of a whole day.
     *
     * @param rate trades a second.
     * @return trades.
     */
    public static long dayEvents(int rate) {
        return (long) rate * DAY_SECONDS;
    }

    /**
     * As arguments of a process.
     *
     * @return one for each field.
     */
    public List<String> arguments() {
        return List.of(Integer.toString(days), Long.toString(events), Integer.toString(rate), Integer.toString(instruments),
            Double.toString(minutes), Integer.toString(blocks), plant.key());
    }

    static SoakSettings parse(String[] arguments) {
        require(arguments.length >= FIELDS, "arguments must be " + FIELDS, "arguments", arguments.length);
        return new SoakSettings(Integer.parseInt(arguments[0]), Long.parseLong(arguments[1]), Integer.parseInt(arguments[2]),
            Integer.parseInt(arguments[3]), Double.parseDouble(arguments[4]), Integer.parseInt(arguments[5]), Plant.of(arguments[6]));
    }

    private static void require(boolean holds, String rule, String name, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ": " + name + "=" + value);
        }
    }
}
