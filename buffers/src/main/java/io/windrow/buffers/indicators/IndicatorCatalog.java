package io.windrow.buffers.indicators;

/** The built-in indicators by name. */
final class IndicatorCatalog {

    private static final String NAMES = "sma, ema, rsi, atr";

    private IndicatorCatalog() {
    }

    static IndicatorSpec parse(String whole) {
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
            default -> null;
        };
    }

    private static IndicatorSpec oscillator(SpecText text) {
        return switch (text.name) {
            case "rsi" -> Rsi.of(text.integer(14), text.seed(), text.source());
            case "atr" -> Atr.of(text.integer(14), text.seed());
            default -> null;
        };
    }
}
