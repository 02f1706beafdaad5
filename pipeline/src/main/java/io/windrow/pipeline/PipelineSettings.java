package io.windrow.pipeline;

import io.windrow.buffers.Timeframe;
import io.windrow.buffers.indicators.IndicatorSpec;
import io.windrow.buffers.memory.ByteSize;
import io.windrow.buffers.memory.MemoryPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * What a pipeline holds, and the bytes it may take for it. Immutable, for any thread; takes no off-heap memory itself.
 *
 * <p>A {@link #profile} has a value for each setting. A properties file changes those it names: {@code profile}, {@code instruments},
 * {@code timeframes}, {@code candles}, {@code indicators}, {@code trades}, {@code quotes}, {@code ring}, {@code signals} and
 * {@code budget}. Sizes are written as in {@link ByteSize}, time frames as in {@link Timeframe#parse} and indicators as in
 * {@link IndicatorSpec#parse}, with commas between them.
 *
 * @param instruments how many instruments; positive.
 * @param timeframes  time frames of the candles, finest first, each made of whole candles of the one before.
 * @param candles     closed candles kept for each instrument and frame; positive.
 * @param indicators  what the strategies of one thread will declare, for the plan: a pipeline itself keeps what its strategies
 *                    {@linkplain Strategy#indicators() declare}, whether it is listed here or not.
 * @param trades      trades kept for each instrument; positive.
 * @param quotes      quotes kept for each instrument; 0 where none are published.
 * @param ring        slots of the ring, a power of two.
 * @param signals     signals that may be out at a time; positive.
 * @param budgetBytes most bytes that the pipeline may take; positive. The settings may be above it; {@link #plan} tells.
 */
public record PipelineSettings(
    int instruments, List<Timeframe> timeframes, int candles, List<IndicatorSpec> indicators, int trades, int quotes, int ring,
    int signals, long budgetBytes) {

    private static final List<Timeframe> FRAMES = List.of(Timeframe.seconds(1), Timeframe.minutes(1), Timeframe.minutes(5));

    /**
     * Creates settings.
     *
     * @param instruments how many instruments.
     * @param timeframes  time frames of the candles.
     * @param candles     closed candles kept for each instrument and frame.
     * @param indicators  what the strategies of one thread will declare.
     * @param trades      trades kept for each instrument.
     * @param quotes      quotes kept for each instrument.
     * @param ring        slots of the ring.
     * @param signals     signals that may be out at a time.
     * @param budgetBytes most bytes that the pipeline may take.
     * @throws IllegalArgumentException if a value is out of range.
     * @throws ArithmeticException      if the bytes of the plan do not fit a {@code long}.
     */
    public PipelineSettings {
        timeframes = List.copyOf(timeframes);
        indicators = List.copyOf(indicators);
        PipelinePlan.checkPositive("instruments", instruments);
        PipelinePlan.checkPositive("budget", budgetBytes);
        plan(instruments, timeframes, candles, indicators, trades, quotes, ring, signals);
    }

    /**
     * The profile {@code production}: 1,000 instruments, candles of 1 s, 1 m and 5 m, 200 each, 1,024 trades, a ring of 1,024, 256 signals,
     * 256 MB. All but the instruments and the budget are the builder's defaults.
     *
     * @return settings.
     */
    public static PipelineSettings production() {
        return new PipelineSettings(1_000, FRAMES, 200, List.of(), 1_024, 0, 1_024, 256, 256_000_000);
    }

    /**
     * The profile {@code development}: 20 instruments, 256 trades, a ring of 256, 64 signals, 16 MB. Frames and candles are those of
     * production, since a strategy decides by them and has to decide the same; what only bounds the load is small, so that a ring that
     * fills up, a signal that is not closed or a plan that grows is noticed on the desk.
     *
     * @return settings.
     */
    public static PipelineSettings development() {
        return new PipelineSettings(20, FRAMES, 200, List.of(), 256, 0, 256, 64, 16_000_000);
    }

    /**
     * A profile by its name.
     *
     * @param name {@code production} or {@code development}.
     * @return settings.
     * @throws IllegalArgumentException for another name.
     */
    public static PipelineSettings profile(String name) {
        return switch (name) {
            case "production" -> production();
            case "development" -> development();
            default -> throw new IllegalArgumentException("profile must be production or development: profile=" + name);
        };
    }

    /**
     * Reads a properties file, UTF-8. What it does not set comes from the profile it names, and that is production if it names none.
     *
     * @param file the file.
     * @return settings.
     * @throws IllegalArgumentException if the file has an unknown key or a bad value; the message names file, key and value.
     * @throws IOException              if it cannot be read.
     */
    public static PipelineSettings read(Path file) throws IOException {
        return SettingsFile.read(file, null);
    }

    /**
     * Reads a properties file, UTF-8, over a profile that was chosen elsewhere. The profile it names itself has no effect.
     *
     * @param file    the file.
     * @param profile {@code production} or {@code development}.
     * @return settings: the file's values, and the profile's where it has none.
     * @throws IllegalArgumentException if the file has an unknown key or a bad value, with a message that names file, key and value, or
     *                                  if the profile is unknown.
     * @throws IOException              if it cannot be read.
     */
    public static PipelineSettings read(Path file, String profile) throws IOException {
        return SettingsFile.read(file, profile(profile));
    }

    /**
     * The same settings but for one.
     *
     * @param key   {@code instruments}, {@code timeframes}, {@code candles}, {@code indicators}, {@code trades}, {@code quotes},
     *              {@code ring}, {@code signals} or {@code budget}.
     * @param value its value as a properties file has it.
     * @return settings.
     * @throws IllegalArgumentException if the key is unknown or the value is bad.
     * @throws ArithmeticException      if the bytes of the plan do not fit a {@code long} then.
     */
    public PipelineSettings with(String key, String value) {
        return Setting.of(key).change(this, value);
    }

    /**
     * The keys of all settings, in the order in which {@link #save} writes them.
     *
     * @return the keys, unmodifiable.
     */
    public static List<String> keys() {
        return Setting.keys();
    }

    /**
     * What a setting is, as {@link #save} says it.
     *
     * @param key one of {@link #keys()}.
     * @return a sentence.
     * @throws IllegalArgumentException if the key is unknown.
     */
    public static String description(String key) {
        return Setting.of(key).comment();
    }

    /**
     * All settings as a properties file has them.
     *
     * @return properties that {@link #read} would read these settings back from.
     */
    public Properties toProperties() {
        Properties properties = new Properties();
        for (Setting setting : Setting.values()) {
            properties.setProperty(setting.key(), setting.text(this));
        }
        return properties;
    }

    /**
     * Writes a properties file, UTF-8, with a comment on each key.
     *
     * @param file the file; replaced if it is there.
     * @throws IOException if it cannot be written.
     */
    public void save(Path file) throws IOException {
        SettingsFile.write(this, file);
    }

    /**
     * What a pipeline of these settings will take, by owner and to the byte.
     *
     * @return the plan; {@code plan().requireWithin(budgetBytes())} refuses settings above their budget.
     */
    public MemoryPlan plan() {
        return plan(instruments, timeframes, candles, indicators, trades, quotes, ring, signals);
    }

    private static MemoryPlan plan(int instruments, List<Timeframe> timeframes, int candles, List<IndicatorSpec> indicators, int trades,
        int quotes, int ring, int signals) {
        PipelineBuilder builder = new PipelineBuilder(timeframes, candles, trades, quotes, ring, signals);
        if (!indicators.isEmpty()) {
            builder.strategy(new DeclaredIndicators(indicators));
        }
        return builder.plan(instruments);
    }
}
