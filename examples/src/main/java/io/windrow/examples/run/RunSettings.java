package io.windrow.examples.run;

import io.windrow.examples.input.TimeSpan;
import io.windrow.pipeline.PipelineSettings;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All that an engine is told. Immutable; what it holds is checked one by one and together. */
final class RunSettings {

    private final PipelineSettings sizes;
    private final Map<RunKey, String> values;

    private RunSettings(PipelineSettings sizes, Map<RunKey, String> values) {
        this.sizes = sizes;
        this.values = values;
    }

    /**
     * Reads settings.
     *
     * @param given values by key; a key that is absent is as its profile, its preset or {@link RunKey} has it.
     * @throws IllegalArgumentException if a key is unknown, a value is wrong, or two do not go together; the message names them.
     * @throws ArithmeticException      if the bytes of the sizes do not fit a {@code long}.
     */
    static RunSettings of(Map<String, String> given) {
        Map<RunKey, String> values = new EnumMap<>(RunKey.class);
        for (RunKey key : RunKey.values()) {
            values.put(key, key.initial());
        }
        for (Map.Entry<String, String> one : given.entrySet()) {
            set(values, one.getKey(), one.getValue());
        }
        RunSettings settings = new RunSettings(sizes(values, given), values);
        RunRules.check(settings);
        return settings;
    }

    private static void set(Map<RunKey, String> values, String name, String value) {
        RunKey key = RunKey.find(name);
        if (key != null) {
            key.check(value);
            values.put(key, value);
        } else if (!PipelineSettings.keys().contains(name)) {
            throw new IllegalArgumentException("key must be one of " + String.join(", ", PipelineSettings.keys()) + ", " + runKeys()
                + ": key=" + name);
        }
    }

    private static String runKeys() {
        StringBuilder keys = new StringBuilder();
        for (RunKey key : RunKey.values()) {
            keys.append(keys.length() == 0 ? "" : ", ").append(key.key());
        }
        return keys.toString();
    }

    private static PipelineSettings sizes(Map<RunKey, String> values, Map<String, String> given) {
        Preset preset = Preset.of(values.get(RunKey.PRESET));
        PipelineSettings sizes = preset.sizes(PipelineSettings.profile(values.get(RunKey.PROFILE)));
        preset.complete(values);
        for (String key : PipelineSettings.keys()) {
            sizes = given.containsKey(key) ? sizes.with(key, given.get(key)) : sizes;
        }
        return sizes;
    }

    PipelineSettings sizes() {
        return sizes;
    }

    String text(RunKey key) {
        return values.get(key);
    }

    boolean is(RunKey key, String value) {
        return values.get(key).equals(value);
    }

    boolean isTrue(RunKey key) {
        return is(key, "true");
    }

    long number(RunKey key) {
        return Long.parseLong(values.get(key));
    }

    List<String> list(RunKey key) {
        return ValueRule.parts(values.get(key));
    }

    long nanos(RunKey key) {
        return TimeSpan.parseNanos(key.key(), values.get(key));
    }

    Duration span(RunKey key) {
        return Duration.ofNanos(nanos(key));
    }

    /** All of it as a properties file that {@link RunConfig} reads back, with a comment on each key. */
    String toText() {
        StringBuilder text = new StringBuilder("# An engine of windrow run. A key that is left out has its default.\n");
        for (RunKey key : RunKey.values()) {
            append(text, key.comment(), key.key(), values.get(key));
            if (key == RunKey.PRESET) {
                appendSizes(text);
            }
        }
        return text.toString();
    }

    private void appendSizes(StringBuilder text) {
        for (String key : PipelineSettings.keys()) {
            append(text, PipelineSettings.description(key), key, sizes.toProperties().getProperty(key));
        }
    }

    private static void append(StringBuilder text, String comment, String key, String value) {
        text.append("\n# ").append(comment).append('\n').append(key).append('=').append(value).append('\n');
    }
}
