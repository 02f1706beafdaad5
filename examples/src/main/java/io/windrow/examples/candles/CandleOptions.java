package io.windrow.examples.candles;

import static io.windrow.examples.input.Rules.require;

import io.windrow.buffers.CandleKind;
import io.windrow.buffers.CandleLayout;
import io.windrow.buffers.CandlePolicy;
import io.windrow.buffers.CandleSpec;
import io.windrow.buffers.GapPolicy;
import io.windrow.buffers.Instrument;
import io.windrow.buffers.LatePolicy;
import io.windrow.buffers.QuoteSide;
import io.windrow.buffers.Timeframe;
import io.windrow.examples.input.FeedSettings;
import io.windrow.examples.input.TimeSpan;
import io.windrow.pipeline.feeds.FeedColumn;
import io.windrow.pipeline.feeds.FeedContent;
import io.windrow.pipeline.feeds.FeedOptions;
import java.util.EnumSet;
import java.util.Set;
import picocli.CommandLine.Option;

/** Which candles to make, as it is given on the command line. */
final class CandleOptions {

    /** Candles held at most while late trades may change them. */
    static final int MOST_HELD = 1_000_000;

    private static final int MOST_REMEMBERED = 1 << 30;
    private static final Set<CandleKind> WITHOUT_QUANTITIES = EnumSet.of(CandleKind.TIME, CandleKind.HEIKIN_ASHI, CandleKind.TICK,
        CandleKind.RANGE, CandleKind.RENKO, CandleKind.TICK_IMBALANCE, CandleKind.TICK_RUNS);
    /** For the last closed candle and the one before it, from which Heikin-Ashi goes on. */
    private static final int FEWEST_ROWS = 2;
    private static final int SPARE_ROWS = 3;

    @Option(names = "--timeframe", paramLabel = "T", description = "What one candle covers, such as 1s, 5m, 4h, 1d, 1w or 1mo.")
    private String timeframe;

    @Option(names = "--kind", paramLabel = "KIND", defaultValue = "time",
        description = "time, heikin-ashi, tick, volume, value, range, renko, tick-imbalance, volume-imbalance, value-imbalance, "
            + "tick-runs, volume-runs or value-runs (default: ${DEFAULT-VALUE}).")
    private String kind;

    @Option(names = "--size", paramLabel = "X",
        description = "How much makes a candle that has no time frame: a number of trades (tick, imbalance, runs), a quantity "
            + "(volume), price × quantity (value), or a difference of prices (range, renko).")
    private String size;

    @Option(names = "--gaps", paramLabel = "HOW", defaultValue = "omit",
        description = "Spans without a trade: omit, or flat for a candle at the last close (default: omit).")
    private GapPolicy gaps;

    @Option(names = "--quote-side", paramLabel = "SIDE",
        description = "Quotes: bid, ask or mid, which has one decimal more (default: bid).")
    private QuoteSide quoteSide;

    @Option(names = "--layout", paramLabel = "L", defaultValue = "full",
        description = "full, or ohlcv to leave the last four columns empty, where quote volumes would not fit (default: full).")
    private CandleLayout layout;

    @Option(names = "--late", paramLabel = "HOW", defaultValue = "drop",
        description = "Late trades: drop, reject to stop at the first, or merge into the candle they belong to (default: drop).")
    private LatePolicy late;

    @Option(names = "--lateness", paramLabel = "SPAN",
        description = "merge: how far behind the newest a trade may be, such as 250ms or 2s. Candles are written so much later.")
    private String lateness;

    @Option(names = "--dedupe", paramLabel = "N", defaultValue = "0",
        description = "Leave out trades whose number is among the newest N seen; rounded up to a multiple of 64.")
    private String dedupe;

    CandleKind kind() {
        return CandleKind.of(kind);
    }

    /** The candles as the call names them. */
    String label() {
        String step = size == null ? timeframe : size;
        return kind() == CandleKind.TIME ? step : kind + " " + step;
    }

    QuoteSide quoteSide() {
        return quoteSide == null ? QuoteSide.BID : quoteSide;
    }

    /**
     * Checks all that does not need the data.
     *
     * @throws IllegalArgumentException if an option is wrong, or does not go with another.
     */
    void check(FeedOptions feed) {
        boolean timed = kind().hasTimeframe();
        require(timed == (timeframe != null), timed ? "kind " + kind + " needs a time frame, such as --timeframe 1m"
            : "kind " + kind + " has no time frame but a --size", "timeframe", timeframe);
        require(timed == (size == null), timed ? "kind " + kind + " has a time frame and no size"
            : "kind " + kind + " needs a size, such as --size 100", "size", size);
        require(feed.content() != FeedContent.CANDLES || timed, "kind " + kind + " needs trades or quotes", "content", "candles");
        require(feed.content() != FeedContent.QUOTES || WITHOUT_QUANTITIES.contains(kind()), "kind " + kind + " needs quantities",
            "content", "quotes");
        require(feed.content() != FeedContent.CANDLES || late != LatePolicy.MERGE, "late candles cannot be merged", "late", "merge");
        require(feed.content() == FeedContent.QUOTES || quoteSide == null, "a quote side is for quotes only", "quote-side", quoteSide);
        require(late != LatePolicy.MERGE || lateness != null, "merge needs a lateness, such as --lateness 2s", "lateness", null);
        require(late == LatePolicy.MERGE || lateness == null, "a lateness is for --late merge only", "lateness", lateness);
        require(policy().rememberedIds() == 0 || feed.has(FeedColumn.ID), "dedupe needs a feed with trade numbers", "dedupe", dedupe);
        if (timed) {
            require(policy().allowedLatenessNanos() / timeframe().stepNanos() <= MOST_HELD,
                "lateness must be at most " + MOST_HELD + " candles", "lateness", lateness);
        }
    }

    /** What becomes of late trades and duplicates. */
    CandlePolicy policy() {
        long ids = FeedSettings.number("dedupe", dedupe);
        require(ids >= 0 && ids <= MOST_REMEMBERED, "dedupe must be 0 to " + MOST_REMEMBERED, "dedupe", dedupe);
        int words = (int) (ids + Long.SIZE - 1) / Long.SIZE;
        return new CandlePolicy(late, lateness == null ? 0 : TimeSpan.parseNanos("lateness", lateness), words * Long.SIZE);
    }

    /** The window of the candles to be written, of an instrument whose scales give the size its unit. */
    CandleSpec spec(Instrument instrument) {
        CandleSpec spec;
        if (kind().hasTimeframe()) {
            spec = kind() == CandleKind.TIME ? CandleSpec.of(timeframe()) : CandleSpec.heikinAshi(timeframe());
        } else {
            spec = CandleSpec.of(kind(), CandleSize.mantissa(kind(), size, instrument));
        }
        return spec.gaps(gaps).layout(layout).capacity(rows());
    }

    private Timeframe timeframe() {
        try {
            return Timeframe.parse(timeframe);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + ", timeframe=" + timeframe, e);
        }
    }

    /** As many as late trades may change, as months are up to a tenth shorter than their mean. */
    private int rows() {
        long latenessNanos = policy().allowedLatenessNanos();
        if (latenessNanos == 0 || !kind().hasTimeframe()) {
            return FEWEST_ROWS;
        }
        long step = timeframe().stepNanos();
        return (int) (latenessNanos / (step - step / 10) + SPARE_ROWS);
    }
}
