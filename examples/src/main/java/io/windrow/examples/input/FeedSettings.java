package io.windrow.examples.input;

import io.windrow.pipeline.feeds.FeedContent;
import io.windrow.pipeline.feeds.FeedFormat;
import io.windrow.pipeline.feeds.FeedOptions;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads what {@link FileOptions} gathered, as named texts, so that it can be handed on to another process as it is. */
public final class FeedSettings {

    /** Name of the setting with the files, one in a line. */
    public static final String FILES = "files";

    private FeedSettings() {
    }

    /**
     * The files to read.
     *
     * @param settings texts by name.
     * @return the paths, none if there is no such setting.
     */
    public static List<Path> files(Map<String, String> settings) {
        List<Path> files = new ArrayList<>();
        settings.getOrDefault(FILES, "").lines().forEach(file -> files.add(Path.of(file)));
        return files;
    }

    /**
     * How the files are to be read.
     *
     * @param settings texts by name; those that are no options of a feed are passed over.
     * @return the options.
     * @throws IllegalArgumentException if one of them is wrong; the message names it.
     */
    public static FeedOptions options(Map<String, String> settings) {
        FeedOptions.Builder options = FeedOptions.builder(FeedFormat.of(settings.getOrDefault("format", "")));
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            apply(options, setting.getKey(), setting.getValue());
        }
        return options.build();
    }

    /**
     * Reads a whole number.
     *
     * @param name of the setting.
     * @param text the number.
     * @return the number.
     * @throws IllegalArgumentException if it is none; the message names the setting.
     */
    public static long number(String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a whole number: " + name + "=" + text, e);
        }
    }

    private static void apply(FeedOptions.Builder options, String name, String text) {
        switch (name) {
            case "contents" -> options.contents(contents(text));
            case "columns" -> options.columns(text);
            case "time-unit" -> options.timeUnit(text);
            case "day" -> options.day(day(text));
            case "zone" -> options.zone(zone(text));
            case "price-scale" -> options.priceScale(number(name, text));
            case "symbol" -> options.symbol(text);
            case "price-decimals" -> options.priceDecimals((int) number(name, text));
            case "quantity-decimals" -> options.quantityDecimals((int) number(name, text));
            case "passes" -> options.passes((int) number(name, text));
            default -> {
                // The files and what was found in them are no options of the format.
            }
        }
    }

    private static FeedContent[] contents(String text) {
        List<FeedContent> contents = new ArrayList<>();
        for (String label : text.split(",", -1)) {
            contents.add(content(label.strip(), text));
        }
        return contents.toArray(new FeedContent[0]);
    }

    private static FeedContent content(String label, String text) {
        for (FeedContent content : FeedContent.values()) {
            if (content.label().equals(label)) {
                return content;
            }
        }
        throw new IllegalArgumentException("contents must be of trades, quotes, candles, depth: contents=" + text);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("day must be YYYY-MM-DD: day=" + text, e);
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("zone must be one like UTC or America/New_York: zone=" + text, e);
        }
    }
}
