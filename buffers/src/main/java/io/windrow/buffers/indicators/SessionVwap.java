package io.windrow.buffers.indicators;

/**
 * Volume weighted average price of a session: the sum of typical price times volume by the sum of the volumes, of all candles since the
 * session began; the typical price of the newest candle where no volume was traded yet. A session begins each day at so many minutes after
 * midnight UTC, with the first candle that opens then or later. Text {@code sessionvwap[:OFFSET_MINUTES]}, 0 unless told otherwise; in
 * units of price. It is ready at once, and has no seed: of the session that it starts within, it knows the candles it was given.
 */
public final class SessionVwap extends IndicatorSpec {

    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final int DAY_MINUTES = 1440;
    private static final long DAY_NANOS = DAY_MINUTES * MINUTE_NANOS;

    private final long offsetNanos;
    private final int sessionAt;
    private final int turnoverAt;
    private final int volumeAt;

    private SessionVwap(int offsetMinutes) {
        super("sessionvwap:" + checked(offsetMinutes));
        offsetNanos = offsetMinutes * MINUTE_NANOS;
        sessionAt = reserve(3);
        turnoverAt = sessionAt + 1;
        volumeAt = sessionAt + 2;
    }

    /**
     * An average of sessions that begin at midnight UTC.
     *
     * @return the specification.
     */
    public static SessionVwap of() {
        return of(0);
    }

    /**
     * An average.
     *
     * @param offsetMinutes when the sessions begin: minutes after midnight UTC, 0 to 1439.
     * @return the specification.
     * @throws IllegalArgumentException if the offset is not within a day.
     */
    public static SessionVwap of(int offsetMinutes) {
        return new SessionVwap(offsetMinutes);
    }

    @Override
    protected void update(IndicatorState state, CandleInput candle) {
        long session = Math.floorDiv(candle.openTimeNanos() - offsetNanos, DAY_NANOS);
        double price = Source.TYPICAL.next(state, 0, candle);
        double turnover = price * candle.volume();
        double volume = candle.volume();
        if (session == state.loadLong(sessionAt)) {
            turnover += state.load(turnoverAt);
            volume += state.load(volumeAt);
        } else {
            state.storeLong(sessionAt, session);
        }
        state.store(turnoverAt, turnover);
        state.store(volumeAt, volume);
        state.storeOutput(0, volume == 0 ? price : turnover / volume);
    }

    @Override
    public int warmUpPeriod(int output) {
        return 1;
    }

    @Override
    public int longestPeriod() {
        return 1;
    }

    private static int checked(int offsetMinutes) {
        if (offsetMinutes < 0 || offsetMinutes >= DAY_MINUTES) {
            throw new IllegalArgumentException("offset must be 0 to 1439 minutes: indicator=sessionvwap, offset=" + offsetMinutes);
        }
        return offsetMinutes;
    }
}
