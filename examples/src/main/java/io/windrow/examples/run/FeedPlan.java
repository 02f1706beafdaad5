package io.windrow.examples.run;

import io.windrow.buffers.InstrumentRegistry;
import io.windrow.examples.input.FeedSettings;
import io.windrow.pipeline.feeds.FeedContent;
import io.windrow.pipeline.feeds.FeedOptions;
import io.windrow.pipeline.feeds.FeedScan;
import io.windrow.pipeline.feeds.TradeGenerator;
import io.windrow.pipeline.replay.Replay;
import io.windrow.pipeline.replay.ReplayBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is fed: the instruments, and a replay for each thread that publishes.
 *
 * @param instruments all of them.
 * @param replays     not yet run.
 */
record FeedPlan(InstrumentRegistry instruments, List<Replay> replays) {

    /**
     * Plans; recorded files are read once for it.
     *
     * @throws IllegalArgumentException if a file cannot be read, holds nothing that can be taken, or a setting of its format is wrong.
     */
    static FeedPlan of(RunSettings settings) {
        return settings.is(RunKey.FEED, "generator") ? generated(settings) : recorded(settings);
    }

    private static FeedPlan generated(RunSettings settings) {
        int threads = (int) settings.number(RunKey.PUBLISHERS);
        InstrumentRegistry instruments = null;
        List<Replay> replays = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            TradeGenerator generator = generator(settings, i, threads);
            instruments = i == 0 ? generator.registry() : instruments;
            replays.add(paced(settings, i, instruments).add("generator", generator.cursor(instruments)).build());
        }
        return new FeedPlan(instruments, replays);
    }

    /** The rate is divided so that its parts make up the whole. */
    private static TradeGenerator generator(RunSettings settings, int part, int parts) {
        long rate = settings.number(RunKey.RATE);
        return TradeGenerator.builder().trades(Long.MAX_VALUE).instruments(settings.sizes().instruments())
            .seed(settings.number(RunKey.SEED) + part)
            .tradesPerSecond((int) (rate * (part + 1) / parts - rate * part / parts)).build();
    }

    private static FeedPlan recorded(RunSettings settings) {
        FeedOptions options = options(settings);
        if (options.contents().contains(FeedContent.QUOTES) && settings.sizes().quotes() == 0) {
            throw new IllegalArgumentException("quotes must be positive to replay quotes: quotes=0, columns="
                + settings.text(RunKey.COLUMNS));
        }
        List<Path> files = files(settings);
        FeedScan scan = scan(files, options, settings.sizes().instruments());
        if (scan.report().rows() == 0) {
            throw new IllegalArgumentException("files must hold a row: files=" + settings.text(RunKey.FILES) + ", " + scan.report());
        }
        int threads = (int) settings.number(RunKey.PUBLISHERS);
        List<Replay> replays = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            ReplayBuilder replay = paced(settings, i, scan.registry());
            for (int file = i; file < files.size(); file += threads) {
                replay.add(files.get(file).toString(), List.of(files.get(file)), options, lag(settings, options));
            }
            replays.add(replay.passes(passes(settings)).build());
        }
        return new FeedPlan(scan.registry(), replays);
    }

    /** The clock ticks in the first replay only, since the others may be at other times. */
    private static ReplayBuilder paced(RunSettings settings, int part, InstrumentRegistry instruments) {
        ReplayBuilder replay = Replay.builder(instruments);
        if (part == 0 && settings.nanos(RunKey.CLOCK) > 0) {
            replay.clockEvery(settings.span(RunKey.CLOCK));
        }
        if (settings.nanos(RunKey.MAX_GAP) > 0) {
            replay.maxGap(settings.span(RunKey.MAX_GAP));
        }
        return switch (settings.text(RunKey.SPEED)) {
            case "max" -> replay;
            case "real" -> replay.speed(1);
            default -> replay.speed(Double.parseDouble(settings.text(RunKey.SPEED)));
        };
    }

    private static int passes(RunSettings settings) {
        return settings.isTrue(RunKey.LOOP) ? Integer.MAX_VALUE : (int) settings.number(RunKey.LOOP);
    }

    /** A candle is known when it has closed; among recorded messages of several kinds it has its place behind those before it. */
    private static Duration lag(RunSettings settings, FeedOptions options) {
        long finestNanos = settings.sizes().timeframes().get(0).stepNanos();
        return options.contents().equals(List.of(FeedContent.CANDLES)) ? Duration.ofNanos(finestNanos) : Duration.ZERO;
    }

    private static FeedOptions options(RunSettings settings) {
        Map<String, String> given = new TreeMap<>();
        for (RunKey key : RunKey.values()) {
            if (key.compareTo(RunKey.CONTENTS) >= 0 && key.compareTo(RunKey.QUANTITY_DECIMALS) <= 0 && !settings.is(key, key.initial())) {
                given.put(key.key(), settings.text(key));
            }
        }
        if (settings.text(RunKey.FORMAT).startsWith("csv")) {
            given.putIfAbsent(RunKey.TIME_UNIT.key(), "ms");
        }
        return FeedSettings.options(given);
    }

    private static List<Path> files(RunSettings settings) {
        List<Path> files = new ArrayList<>();
        for (String name : settings.list(RunKey.FILES)) {
            Path file = Path.of(name);
            if (!Files.isRegularFile(file) || !Files.isReadable(file) || files.contains(file)) {
                throw new IllegalArgumentException("files must be there, can be read, and stand once: files=" + name);
            }
            files.add(file);
        }
        return files;
    }

    private static FeedScan scan(List<Path> files, FeedOptions options, int maxInstruments) {
        try {
            return FeedScan.of(files, options, maxInstruments);
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
