package io.windrow.pipeline;

import io.windrow.buffers.Timeframe;
import io.windrow.buffers.indicators.IndicatorSpec;
import io.windrow.buffers.memory.ByteSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One setting as text: its key in a file, what the file says about it, how it is read and written. In the order of the file. */
enum Setting {
    INSTRUMENTS("How many instruments."),
    TIMEFRAMES("Time frames of the candles, finest first: s, m, h, d, w (from Monday), mo (calendar months, UTC)."),
    CANDLES("Closed candles kept for each instrument and time frame."),
    INDICATORS("What the strategies declare on each of these windows, such as ema:20,rsi:14, for the plan; empty where they declare none."),
    TRADES("Trades kept for each instrument."),
    QUOTES("Quotes kept for each instrument, 0 where none are published."),
    RING("Slots of the ring between the publishing and the consuming thread, a power of two."),
    SIGNALS("Signals that may be out at a time."),
    BUDGET("Most bytes all of this may take. kB, MB and GB are decimal; KiB, MiB and GiB are binary.");

    private final String comment;

    Setting(String comment) {
        this.comment = comment;
    }

    static Setting of(String key) {
        for (Setting setting : values()) {
            if (setting.key().equals(key)) {
                return setting;
            }
        }
        throw new IllegalArgumentException("key must be one of " + String.join(", ", keys()) + ": key=" + key);
    }

    static List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (Setting setting : values()) {
            keys.add(setting.key());
        }
        return List.copyOf(keys);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String comment() {
        return comment;
    }

    String text(PipelineSettings settings) {
        return switch (this) {
            case INSTRUMENTS -> Integer.toString(settings.instruments());
            case TIMEFRAMES -> text(settings.timeframes());
            case CANDLES -> Integer.toString(settings.candles());
            case INDICATORS -> text(settings.indicators());
            case TRADES -> Integer.toString(settings.trades());
            case QUOTES -> Integer.toString(settings.quotes());
            case RING -> Integer.toString(settings.ring());
            case SIGNALS -> Integer.toString(settings.signals());
            case BUDGET -> ByteSize.format(settings.budgetBytes());
        };
    }

    PipelineSettings change(PipelineSettings settings, String text) {
        return new PipelineSettings(
            this == INSTRUMENTS ? number(text) : settings.instruments(),
            this == TIMEFRAMES ? timeframes(text) : settings.timeframes(),
            this == CANDLES ? number(text) : settings.candles(),
            this == INDICATORS ? indicators(text) : settings.indicators(),
            this == TRADES ? number(text) : settings.trades(),
            this == QUOTES ? number(text) : settings.quotes(),
            this == RING ? number(text) : settings.ring(),
            this == SIGNALS ? number(text) : settings.signals(),
            this == BUDGET ? ByteSize.parse(text) : settings.budgetBytes());
    }

    private int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key() + " must be a whole number up to " + Integer.MAX_VALUE + ": " + key() + "=" + text, e);
        }
    }

    private static List<Timeframe> timeframes(String text) {
        List<Timeframe> timeframes = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            timeframes.add(Timeframe.parse(part.strip()));
        }
        return timeframes;
    }

    private static List<IndicatorSpec> indicators(String text) {
        return text.isEmpty() ? List.of() : IndicatorSpec.parseList(text);
    }

    private static String text(List<?> values) {
        StringBuilder text = new StringBuilder();
        for (Object value : values) {
            text.append(text.length() == 0 ? "" : ",").append(value);
        }
        return text.toString();
    }
}
