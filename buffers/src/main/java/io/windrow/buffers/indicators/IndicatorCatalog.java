package io.windrow.buffers.indicators;

/** The built-in indicators by name. */
final class IndicatorCatalog {

    static final String NAMES = "adx, aroon, atr, bbands, cci, cmf, cross, dema, donchian, ema, highest, hma, kama, keltner, lowest, "
        + "macd, mfi, mom, natr, obv, rma, roc, rsi, sar, sessionvwap, sma, stddev, "
        + "stoch, stochf, stochrsi, supertrend, tema, tr, vwap, willr, wma";

    private IndicatorCatalog() {
    }

    static IndicatorSpec parse(String whole) {
        try {
            return checked(whole);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("period must be such that what it takes can be counted: indicator=" + whole, e);
        }
    }

    private static IndicatorSpec checked(String whole) {
        SpecText text = new SpecText(whole);
        IndicatorSpec spec = average(text);
        spec = spec == null ? oscillator(text) : spec;
        if (spec == null) {
            throw new IllegalArgumentException("indicator must be one of " + NAMES + ": indicator=" + whole);
        }
        return text.checked(spec);
    }

    private static IndicatorSpec average(SpecText text) {
        return switch (text.name) {
            case "sma" -> Sma.of(text.integer(), text.source());
            case "ema" -> Ema.of(text.integer(), text.seed(), text.source());
            case "wma" -> Wma.of(text.integer(), text.source());
            case "rma" -> Rma.of(text.integer(), text.seed(), text.source());
            case "dema" -> Dema.of(text.integer(), text.seed(), text.source());
            case "tema" -> Tema.of(text.integer(), text.seed(), text.source());
            case "hma" -> Hma.of(text.integer(), text.source());
            case "kama" -> Kama.of(text.integer(), text.integer(2), text.integer(30), text.source());
            case "vwap" -> Vwap.of(text.integer());
            case "sessionvwap" -> SessionVwap.of(text.integer(0));
            default -> band(text);
        };
    }

    private static IndicatorSpec band(SpecText text) {
        return switch (text.name) {
            case "highest" -> Highest.of(text.integer(), text.source());
            case "lowest" -> Lowest.of(text.integer(), text.source());
            case "stddev" -> StdDev.of(text.integer(), text.decimal(1), text.source());
            case "bbands" -> Bollinger.of(text.integer(20), text.decimal(2), text.source());
            case "tr" -> TrueRange.of();
            case "natr" -> Natr.of(text.integer(14), text.seed());
            case "keltner" -> Keltner.of(text.integer(20), text.integer(10), text.decimal(2), text.seed());
            case "donchian" -> Donchian.of(text.integer(20));
            default -> change(text);
        };
    }

    private static IndicatorSpec change(SpecText text) {
        return switch (text.name) {
            case "macd" -> Macd.of(text.integer(12), text.integer(26), text.integer(9), text.seed(), text.source());
            case "roc" -> Roc.of(text.integer(10), text.source());
            case "mom" -> Momentum.of(text.integer(10), text.source());
            default -> null;
        };
    }

    private static IndicatorSpec oscillator(SpecText text) {
        return switch (text.name) {
            case "rsi" -> Rsi.of(text.integer(14), text.seed(), text.source());
            case "atr" -> Atr.of(text.integer(14), text.seed());
            case "stoch" -> Stochastic.of(text.integer(5), text.integer(3), text.integer(3));
            case "stochf" -> FastStochastic.of(text.integer(5), text.integer(3));
            case "stochrsi" -> StochasticRsi.of(text.integer(14), text.integer(5), text.integer(3), text.seed(), text.source());
            case "cci" -> Cci.of(text.integer(20));
            case "willr" -> WilliamsR.of(text.integer(14));
            case "adx" -> Adx.of(text.integer(14));
            case "aroon" -> Aroon.of(text.integer(14));
            case "sar" -> ParabolicSar.of(text.decimal(0.02), text.decimal(0.2));
            case "obv" -> Obv.of();
            case "mfi" -> Mfi.of(text.integer(14));
            case "cmf" -> Cmf.of(text.integer(20));
            case "supertrend" -> Supertrend.of(text.integer(10), text.decimal(3), text.seed());
            case "cross" -> Cross.of(text.source(0, 2), text.source(1, 2));
            default -> null;
        };
    }
}
