package io.windrow.examples.prove.child;

import io.windrow.buffers.Instrument;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.examples.input.FeedSettings;
import io.windrow.pipeline.feeds.FeedOptions;
import io.windrow.pipeline.feeds.FileTradeSource;
import io.windrow.pipeline.feeds.TradeGenerator;
import io.windrow.pipeline.feeds.TradeSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What to feed, as named texts, so that the JVM that plans and those that run read it alike: {@code trades}, {@code instruments} and
 * {@code seed} for generated trades; {@code files}, {@code format} and the format's options for recorded ones.
 *
 * @param settings the texts by name; an option not given is absent.
 */
public record InputSpec(Map<String, String> settings) {

    private static final String PREFIX = "input.";
    private static final String SEPARATOR = "\n";

    /**
     * Creates a specification.
     *
     * @param settings the texts by name.
     */
    public InputSpec {
        settings = new TreeMap<>(settings);
    }

    /**
     * Whether the trades are generated.
     *
     * @return false if they are read from files.
     */
    public boolean isGenerated() {
        return !settings.containsKey(FeedSettings.FILES);
    }

    /**
     * The files to read.
     *
     * @return the paths, none for generated trades.
     */
    public List<Path> files() {
        return FeedSettings.files(settings);
    }

    /**
     * The same files with the instruments that were found in them.
     *
     * @param instruments what a scan has found.
     * @return a specification whose {@link #registry()} has these instruments.
     */
    public InputSpec with(InstrumentRegistry instruments) {
        StringBuilder text = new StringBuilder();
        for (int id = 0; id < instruments.size(); id++) {
            Instrument instrument = instruments.get(id);
            text.append(instrument.priceDecimals()).append(' ').append(instrument.quantityDecimals()).append(' ')
                .append(instrument.symbol()).append(SEPARATOR);
        }
        Map<String, String> more = new TreeMap<>(settings);
        more.put("found", text.toString());
        return new InputSpec(more);
    }

    /**
     * How the files are to be read.
     *
     * @return the options.
     * @throws IllegalArgumentException if one of them is wrong; the message names it.
     */
    public FeedOptions feedOptions() {
        return FeedSettings.options(settings);
    }

    /**
     * What is traded.
     *
     * @return the instruments; those found for recorded trades.
     */
    public InstrumentRegistry registry() {
        if (isGenerated()) {
            return generator().registry();
        }
        String[] found = settings.get("found").split(SEPARATOR);
        InstrumentRegistry registry = new InstrumentRegistry(found.length);
        for (String line : found) {
            String[] part = line.split(" ", 3);
            registry.register(part[2], Integer.parseInt(part[0]), Integer.parseInt(part[1]));
        }
        return registry;
    }

    /**
     * Opens the trades.
     *
     * @param instruments the {@link #registry()}.
     * @return the trades.
     */
    public TradeSource open(InstrumentRegistry instruments) {
        return isGenerated() ? generator() : new FileTradeSource(files(), feedOptions(), instruments);
    }

    Properties toProperties() {
        Properties properties = new Properties();
        settings.forEach((name, text) -> properties.setProperty(PREFIX + name, text));
        return properties;
    }

    static InputSpec of(Properties properties) {
        Map<String, String> settings = new TreeMap<>();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(PREFIX)) {
                settings.put(name.substring(PREFIX.length()), properties.getProperty(name));
            }
        }
        return new InputSpec(settings);
    }

    private TradeGenerator generator() {
        return TradeGenerator.builder().trades(FeedSettings.number("trades", settings.get("trades")))
            .instruments((int) FeedSettings.number("instruments", settings.get("instruments")))
            .seed(FeedSettings.number("seed", settings.get("seed"))).build();
    }
}
