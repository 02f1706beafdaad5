package io.windrow.buffers.indicators;

import java.util.List;
import java.util.stream.Stream;

/** One or more of each built-in indicator, with periods short enough for random series, long enough to tell them apart. */
final class BuiltIn {

    static final List<String> TEXTS = List.of("sma:1", "sma:5", "sma:4@typical", "sma:3(rsi:5)", "ema:5", "ema:5:first", "ema:3@volume",
        "rsi:1", "rsi:5", "rsi:5:first", "atr:1", "atr:5", "atr:5:first", "stoch:5:3:2", "stoch:1:1:1", "stochf:5:3",
        "stochrsi:5:4:3", "stochrsi:5:4:3:first@open", "cci:5", "willr:5", "adx:5", "aroon:5", "sar:0.02:0.2", "obv", "mfi:5", "cmf:5",
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
