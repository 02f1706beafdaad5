package io.windrow.pipeline.feeds;

import io.windrow.buffers.Instrument;
import io.windrow.buffers.InstrumentRegistry;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads lines as their formats are documented, with expressions, strings and big numbers; in the words of {@link MarketRows}. */
final class LineOracle {

    /** In quotes, where a comma does not separate and two quotes do not end it, or up to a comma; blanks and tabs around are left out. */
    private static final Pattern FIELD = Pattern.compile("\\G[ \t]*(?:\"((?:[^\"]++|\"\")*+)\"|([^,\" \t][^,]*?)?)[ \t]*(,|\\z)");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:[0-9]++\\.?[0-9]*+|\\.[0-9]++)");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,19}");
    private static final BigInteger END = BigInteger.valueOf(Epochs.END_NANOS);
    private static final BigInteger DAY = BigInteger.valueOf(86_400_000_000_000L);
    /** The least three values of a {@code long} are no mantissas. */
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE + 3);
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private final Lines lines;
    private final List<String> columns;
    private final InstrumentRegistry registry;

    LineOracle(Lines lines, InstrumentRegistry registry) {
        this.lines = lines;
        columns = List.of(lines.columns.split(","));
        this.registry = registry;
    }

    /** The row of a line, or none. */
    List<String> rows(String line) {
        try {
            return List.of(row(line));
        } catch (NoRowException e) {
            return List.of();
        }
    }

    private String row(String line) {
        boolean named = lines.unit != null;
        List<String> fields = fields(line, columns.size() + (named ? 0 : 2));
        // Lines whose columns the options name may have more of them, Binance's one more.
        require(fields.size() >= columns.size() && (named || fields.size() <= columns.size() + 1));
        String symbol = columns.contains("symbol") ? field(fields, "symbol") : "BTCUSDT";
        require(symbol.equals("BTCUSDT") || symbol.equals("ETHUSDT"));
        Instrument instrument = registry.get(registry.idOf(symbol));
        StringJoiner row = new StringJoiner(" ", lines.content.name() + " ", "").add(String.valueOf(instrument.id()));
        String time = field(fields, "time");
        row.add(String.valueOf(named ? time(time) : epoch(time)));
        List<BigInteger> amounts = new ArrayList<>();
        for (FeedColumn column : amounts()) {
            amounts.add(columns.contains(column.label()) ? amount(field(fields, column.label()), column, instrument) : BigInteger.ZERO);
        }
        amounts.forEach(amount -> row.add(amount.toString()));
        if (lines.content == FeedContent.TRADES) {
            row.add(id(field(fields, "id"))).add(columns.contains("maker") ? maker(field(fields, "maker")) : side(field(fields, "side")));
        } else if (lines.content == FeedContent.CANDLES) {
            requireCandle(amounts.get(0), amounts.get(1), amounts.get(2), amounts.get(3));
        }
        return row.toString();
    }

    /** In the order in which a listener is told them. */
    private List<FeedColumn> amounts() {
        return switch (lines.content) {
            case QUOTES -> List.of(FeedColumn.BID, FeedColumn.BID_SIZE, FeedColumn.ASK, FeedColumn.ASK_SIZE);
            default -> List.of(lines.content.amounts());
        };
    }

    private static List<String> fields(String line, int most) {
        List<String> fields = new ArrayList<>();
        Matcher matcher = FIELD.matcher(line);
        do {
            require(matcher.find());
            String plain = matcher.group(2) == null ? "" : matcher.group(2);
            fields.add(matcher.group(1) == null ? plain : matcher.group(1));
        } while (fields.size() < most && !matcher.group(3).isEmpty());
        return fields;
    }

    private String field(List<String> fields, String column) {
        return fields.get(columns.indexOf(column));
    }

    private BigInteger amount(String text, FeedColumn column, Instrument instrument) {
        BigInteger amount = switch (column.kind()) {
            case PRICE -> mantissa(text, instrument.priceDecimals() - lines.hidden());
            case QUANTITY -> mantissa(text, instrument.quantityDecimals());
            case QUOTE -> mantissa(text, instrument.quoteDecimals());
            default -> mantissa(text, 0);
        };
        require(column.kind() == AmountKind.PRICE || amount.signum() >= 0);
        return amount;
    }

    private static BigInteger mantissa(String text, int scale) {
        require(NUMBER.matcher(text).matches());
        BigDecimal shifted = new BigDecimal(text).movePointRight(scale).stripTrailingZeros();
        require(shifted.scale() <= 0);
        BigInteger mantissa = shifted.toBigInteger();
        require(mantissa.compareTo(LEAST) >= 0 && mantissa.compareTo(MOST) <= 0);
        return mantissa;
    }

    private BigInteger time(String text) {
        if (lines != Lines.CSV_OF_DAY && DATE.matcher(text).matches()) {
            return date(text);
        }
        BigInteger nanos = mantissa(text, 3 * Arrays.asList("ns", "us", "ms", "s").indexOf(lines.unit));
        boolean ofDay = lines == Lines.CSV_OF_DAY;
        require(nanos.signum() >= 0 && nanos.compareTo(ofDay ? DAY : END) < 0);
        return ofDay ? nanos.add(BigInteger.valueOf(Lines.MIDNIGHT_NANOS)) : nanos;
    }

    private static BigInteger date(String text) {
        try {
            BigInteger nanos = BigInteger.valueOf(LocalDate.parse(text).toEpochDay()).multiply(DAY);
            require(nanos.signum() >= 0 && nanos.compareTo(END) < 0);
            return nanos;
        } catch (DateTimeParseException e) {
            throw NoRowException.INSTANCE;
        }
    }

    /** Milliseconds, microseconds or nanoseconds, as their digits tell. */
    private static BigInteger epoch(String text) {
        int digits = text.length();
        require(DIGITS.matcher(text).matches() && (digits == 13 || digits == 16 || digits == 19));
        BigInteger nanos = new BigInteger(text).multiply(BigInteger.TEN.pow(19 - digits));
        require(nanos.compareTo(END) < 0);
        return nanos;
    }

    /** None, where the options name the columns, is 0. */
    private String id(String text) {
        if (text.isEmpty() && lines.unit != null) {
            return "0";
        }
        require(DIGITS.matcher(text).matches());
        BigInteger id = new BigInteger(text);
        require(id.compareTo(MOST) <= 0);
        return id.toString();
    }

    private static String maker(String text) {
        require(text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"));
        return text.equalsIgnoreCase("true") ? "-1" : "1";
    }

    private static String side(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "" -> "0";
            case "buy", "b", "1" -> "1";
            case "sell", "s", "-1" -> "-1";
            default -> throw NoRowException.INSTANCE;
        };
    }

    private static void requireCandle(BigInteger open, BigInteger high, BigInteger low, BigInteger close) {
        require(low.compareTo(open.min(close)) <= 0 && high.compareTo(open.max(close)) >= 0);
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw NoRowException.INSTANCE;
        }
    }

    /** Without a trace, as most damaged lines end with it. */
    private static final class NoRowException extends RuntimeException {

        static final NoRowException INSTANCE = new NoRowException();

        private static final long serialVersionUID = 1L;

        private NoRowException() {
            super(null, null, false, false);
        }
    }
}
