package io.windrow.metrics.watch;

import io.windrow.metrics.Figure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/** Writes JSON for reports: plain decimals, times as ISO 8601, durations as seconds. */
final class JsonText {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int NANO_DIGITS = 9;
    private static final int DECIMALS = 6;
    private static final int FIRST_PRINTABLE = 0x20;

    private final StringBuilder text = new StringBuilder();
    private boolean needsComma;

    JsonText open(char bracket) {
        comma();
        text.append(bracket);
        needsComma = false;
        return this;
    }

    JsonText close(char bracket) {
        text.append(bracket);
        needsComma = true;
        return this;
    }

    JsonText name(String name) {
        comma();
        quoted(name);
        text.append(':');
        needsComma = false;
        return this;
    }

    JsonText text(String name, String value) {
        name(name);
        return element(value);
    }

    JsonText element(String value) {
        comma();
        quoted(value);
        return this;
    }

    JsonText number(String name, long value) {
        name(name).text.append(value);
        needsComma = true;
        return this;
    }

    /** A number that is none is null. */
    JsonText number(String name, double value) {
        boolean isNumber = Double.isFinite(value);
        return name(name).raw(isNumber ? plain(BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN)) : "null");
    }

    JsonText flag(String name, boolean value) {
        name(name).text.append(value);
        needsComma = true;
        return this;
    }

    /** Durations are seconds, exact to the nanosecond. */
    JsonText figure(String name, Figure figure, long value) {
        name(name).text.append(figure.unit() == Figure.Unit.NANOS ? plain(BigDecimal.valueOf(value, NANO_DIGITS)) : Long.toString(value));
        needsComma = true;
        return this;
    }

    JsonText figure(String name, Figure figure, double value) {
        return number(name, figure.unit() == Figure.Unit.NANOS ? value / NANOS_PER_SECOND : value);
    }

    JsonText time(String name, long timeNanos) {
        return text(name, iso(timeNanos));
    }

    static String iso(long timeNanos) {
        return Instant.ofEpochSecond(Math.floorDiv(timeNanos, NANOS_PER_SECOND), Math.floorMod(timeNanos, NANOS_PER_SECOND)).toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private JsonText raw(String value) {
        text.append(value);
        needsComma = true;
        return this;
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private void comma() {
        if (needsComma) {
            text.append(',');
        }
        needsComma = true;
    }

    private void quoted(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character == '"' || character == '\\') {
                text.append('\\').append(character);
            } else if (character < FIRST_PRINTABLE) {
                text.append("\\u00").append(Character.forDigit(character >> 4, 16)).append(Character.forDigit(character & 15, 16));
            } else {
                text.append(character);
            }
        }
        text.append('"');
    }
}
