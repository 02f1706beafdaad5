package io.windrow.buffers.indicators;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import java.util.function.IntFunction;

/** TA-Lib's functions of one period and one output, each with the indicator that must equal it. */
enum TaLibFunction {
    SMA(2, Sma::of, (core, series, end, period, begin, count, out) -> core.sma(0, end, series.closes(), period, begin, count, out)),
    EMA(2, Ema::of, (core, series, end, period, begin, count, out) -> core.ema(0, end, series.closes(), period, begin, count, out)),
    WMA(2, Wma::of, (core, series, end, period, begin, count, out) -> core.wma(0, end, series.closes(), period, begin, count, out)),
    DEMA(2, Dema::of, (core, series, end, period, begin, count, out) -> core.dema(0, end, series.closes(), period, begin, count, out)),
    TEMA(2, Tema::of, (core, series, end, period, begin, count, out) -> core.tema(0, end, series.closes(), period, begin, count, out)),
    KAMA(2, Kama::of, (core, series, end, period, begin, count, out) -> core.kama(0, end, series.closes(), period, begin, count, out)),
    RSI(2, Rsi::of, (core, series, end, period, begin, count, out) -> core.rsi(0, end, series.closes(), period, begin, count, out)),
    ATR(1, Atr::of, (core, series, end, period, begin, count, out) ->
        core.atr(0, end, series.highs(), series.lows(), series.closes(), period, begin, count, out)),
    NATR(2, Natr::of, (core, series, end, period, begin, count, out) ->
        core.natr(0, end, series.highs(), series.lows(), series.closes(), period, begin, count, out)),
    TRANGE(1, period -> TrueRange.of(), (core, series, end, period, begin, count, out) ->
        core.trueRange(0, end, series.highs(), series.lows(), series.closes(), begin, count, out)),
    MAX(2, Highest::of, (core, series, end, period, begin, count, out) -> core.max(0, end, series.closes(), period, begin, count, out)),
    MAX_OF_HIGHS(2, period -> Highest.of(period, Source.HIGH),
        (core, series, end, period, begin, count, out) -> core.max(0, end, series.highs(), period, begin, count, out)),
    MIN(2, Lowest::of, (core, series, end, period, begin, count, out) -> core.min(0, end, series.closes(), period, begin, count, out)),
    MOM(1, Momentum::of, (core, series, end, period, begin, count, out) -> core.mom(0, end, series.closes(), period, begin, count, out)),
    ROC(1, Roc::of, (core, series, end, period, begin, count, out) -> core.roc(0, end, series.closes(), period, begin, count, out));

    private final int leastPeriod;
    private final IntFunction<IndicatorSpec> spec;
    private final Call call;

    TaLibFunction(int leastPeriod, IntFunction<IndicatorSpec> spec, Call call) {
        this.leastPeriod = leastPeriod;
        this.spec = spec;
        this.call = call;
    }

    private interface Call {

        RetCode run(Core core, Series series, int end, int period, MInteger begin, MInteger count, double[] out);
    }

    /** Holds the two against each other over a series, for short periods and long ones that TA-Lib takes. */
    void check(Series series) {
        for (int period : new int[] {1, 2, 3, 14, 200}) {
            IndicatorSpec indicator = spec.apply(period);
            if (period >= leastPeriod && indicator.warmUpPeriod() <= series.size()) {
                TaLibOracle.check(indicator, 0, series, scale(),
                    (core, candles, end, begin, count, out) -> call.run(core, candles, end, period, begin, count, out));
            }
        }
    }

    /** A rate of change near 0 percent is what TA-Lib leaves of 1 when it takes 1 from it. */
    private double scale() {
        return this == ROC ? 0.01 : 0;
    }
}
