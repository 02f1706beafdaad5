package io.windrow.buffers.indicators;

import java.util.List;
import java.util.stream.Stream;

/** One or more of each built-in indicator, with periods short enough for random series, long enough to tell them apart. */
final class BuiltIn {

    static final List<String> TEXTS = List.of(
        "sma:1", "sma:5", "sma:4@typical", "sma:3(rsi:5)", "ema:1", "ema:5", "ema:5:first", "ema:3@volume", "rsi:1", "rsi:5",
        "rsi:5:first", "atr:1", "atr:5", "atr:5:first", "wma:1@open", "wma:5", "wma:4(ema:3)", "rma:5", "rma:5:first", "dema:4",
        "dema:4:first", "tema:3", "tema:3:first", "hma:2", "hma:4", "hma:9", "kama:5:2:30", "vwap:1", "vwap:5", "sessionvwap:0",
        "sessionvwap:30", "stddev:1:1", "stddev:5:1", "stddev:5:2.5@low", "bbands:1:2", "bbands:5:2", "bbands:4:1.5(sma:3)", "tr",
        "natr:5", "natr:5:first", "highest:1", "highest:5", "highest:4@high", "lowest:1", "lowest:5", "lowest:4@low",
        "keltner:5:4:2", "keltner:5:4:1.5:first", "donchian:1", "donchian:5", "macd:3:6:4", "macd:3:6:4:first",
        "ema:3(macd:3:6:4.signal)", "roc:1", "roc:4", "mom:1", "mom:4", "mom:3(atr:3)", "stoch:5:3:2", "stochf:5:3", "stochf:1:1",
        "stochrsi:5:4:3", "stochrsi:5:4:3:first", "cci:2", "cci:5", "willr:1", "willr:5", "adx:2", "adx:5", "aroon:2", "aroon:5",
        "sar:0.02:0.2", "sar:0.1:0.3", "obv", "mfi:2", "mfi:5", "cmf:1", "cmf:5", "supertrend:5:3", "supertrend:4:1.5:first",
        "cross(ema:3,ema:6)", "cross(close,bbands:5:2.upper)", "cross(sma:2,open)", "stoch:1:1:1", "stochrsi:5:4:3:first@open",
        "supertrend:5:1.5", "supertrend:5:1.5:first", "cross(close,sma:3)", "cross(stoch:5:3:2.k,ema:3(adx:2.plusDi))");

    private BuiltIn() {
    }

    static Stream<IndicatorSpec> specs() {
        return TEXTS.stream().map(IndicatorSpec::parse);
    }

    static IndicatorSpec[] all() {
        return specs().toArray(IndicatorSpec[]::new);
    }
}
