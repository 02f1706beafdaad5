package io.windrow.pipeline.feeds;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.Decimals;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.testing.Seeds;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is read eight bytes at a time, against the plain way to read it. */
class QuickReadersTest {

    private static final int ROUNDS = 200_000;

    @Test
    void shouldReadMantissasAsDecimalsDoes() {
        Seeds.forEach(1, random -> {
            for (int i = 0; i < ROUNDS; i++) {
                String number = number(random);
                byte[] text = ("#" + number + "#").getBytes(ISO_8859_1);
                int scale = random.nextInt(10);
                assertThat(Mantissas.parse(text, 1, 1 + number.length(), scale, 0)).as("%s at %s", number, scale)
                    .isEqualTo(Decimals.parse(text, 1, 1 + number.length(), scale));
            }
        });
    }

    @Test
    void shouldReadNumbersOfAllLengths() {
        for (int length = 1; length <= 19; length++) {
            String digits = "1234567890123456789".substring(0, length);
            assertThat(digits(digits)).isEqualTo(Long.parseLong(digits));
            for (int i = 0; i < length; i++) {
                for (char wrong : new char[] {'/', ':', ' ', '.', '-', '\u0000', '\u0080', '\u00b0', '\u00ff'}) {
                    assertThat(digits(digits.substring(0, i) + wrong + digits.substring(i + 1))).isEqualTo(Epochs.NOT_A_NUMBER);
                }
            }
        }
    }

    @Test
    void shouldSplitLinesAsStringsDo() {
        Seeds.forEach(1, random -> {
            for (int i = 0; i < ROUNDS; i++) {
                String line = line(random);
                byte[] text = (",\"" + line + ",7").getBytes(ISO_8859_1);
                CsvRow row = new CsvRow(4);
                String[] fields = line.split(",", -1);
                assertThat(row.split(text, 2, 2 + line.length())).as(line).isEqualTo(Math.min(4, fields.length));
                for (int field = 0; field < Math.min(4, fields.length); field++) {
                    assertThat(new String(text, row.from(field), row.to(field) - row.from(field), ISO_8859_1)).as(line)
                        .isEqualTo(fields[field].strip());
                }
            }
        });
    }

    @Test
    void shouldFindSymbolsAsTheRegistryDoes() {
        Seeds.forEach(20, random -> {
            InstrumentRegistry registry = new InstrumentRegistry(300);
            String[] symbols = new String[200];
            for (int i = 0; i < symbols.length; i++) {
                symbols[i] = "X".repeat(random.nextInt(20)) + "USDT".substring(random.nextInt(4)) + i;
                registry.register(symbols[i], 0, 0);
            }
            SymbolIndex index = new SymbolIndex(registry);
            registry.register("LATER", 0, 0);
            for (int i = 0; i < 2_000; i++) {
                String symbol = random.nextInt(3) == 0 ? symbols[random.nextInt(symbols.length)] + random.nextInt(3)
                    : random.nextInt(50) == 0 ? "LATER" : symbols[random.nextInt(symbols.length)];
                String before = "\"s\":\"".substring(random.nextInt(6));
                byte[] text = (before + symbol + "\"").getBytes(ISO_8859_1);
                assertThat(index.idOf(text, before.length(), text.length - 1)).isEqualTo(registry.idOf(symbol));
            }
        });
    }

    @Test
    void shouldReadIsoTimesAsJavaTimeDoes() {
        Seeds.forEach(1, random -> {
            for (int i = 0; i < ROUNDS; i++) {
                long seconds = random.nextLong(Epochs.END_NANOS / 1_000_000_000L);
                OffsetDateTime time = OffsetDateTime.ofInstant(Instant.ofEpochSecond(seconds, random.nextInt(1_000_000_000)),
                    ZoneOffset.ofHoursMinutes(random.nextInt(12), random.nextInt(60)));
                String text = random.nextBoolean() ? time.toString() : time.toInstant().truncatedTo(ChronoUnit.MICROS).toString();
                if (text.indexOf(':') + 3 < text.length() && text.charAt(text.indexOf(':') + 3) == ':') {
                    assertThat(iso(text)).as(text).isEqualTo(ChronoUnit.NANOS.between(Instant.EPOCH, Instant.parse(text)));
                }
            }
        });
        assertThat(iso("2021-04-17T16:43:30.244075Z")).isEqualTo(1_618_677_810_244_075_000L);
    }

    @Test
    void shouldRefuseTimesThatAreNone() {
        for (String wrong : new String[] {"", "2021-04-17", "2021-04-17T16:43:30", "2021-13-17T16:43:30Z", "2021-02-29T16:43:30Z",
            "2021-04-17T24:00:00Z", "2021-04-17T16:60:30Z", "2021-04-17T16:43:60Z", "2021-04-17 16:43:30Z", "2021-04-17T16:43:30.Z",
            "2021-04-17T16:43:30+0100", "2021-04-17T16:43:30.5Zx", "2021-04-17T16:43:30+19:00", "x021-04-17T16:43:30Z"}) {
            assertThat(iso(wrong)).as(wrong).isEqualTo(Epochs.NOT_ISO);
        }
        assertThat(iso("1969-12-31T23:59:59Z")).isEqualTo(Epochs.OUT_OF_RANGE);
        assertThat(iso("2200-01-01T00:00:00Z")).isEqualTo(Epochs.OUT_OF_RANGE);
        assertThat(iso("2021-04-17T16:43:30.1234567891Z")).isEqualTo(Epochs.TOO_FINE);
        assertThat(iso("2021-04-17T16:43:30.1234567890Z")).isEqualTo(1_618_677_810_123_456_789L);
    }

    @Test
    void shouldReadSecondsExactly() {
        assertThat(seconds("1618678142.557535")).isEqualTo(1_618_678_142_557_535_000L);
        assertThat(seconds("1618678142")).isEqualTo(1_618_678_142_000_000_000L);
        assertThat(seconds("1618678142.0000000001")).isEqualTo(Epochs.TOO_FINE);
        assertThat(seconds("16186781420")).isEqualTo(Epochs.OUT_OF_RANGE);
        assertThat(seconds("1.6e9")).isEqualTo(Epochs.NOT_A_NUMBER);
    }

    private static String number(Random random) {
        if (random.nextInt(4) > 0) {
            return new BigDecimal(Long.toString(random.nextLong() >>> random.nextInt(60))).movePointLeft(random.nextInt(10)).toPlainString()
                + "0".repeat(random.nextInt(4));
        }
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(20); length > 0; length--) {
            text.append("0123456789.0000.-+x/:\u00b0".charAt(random.nextInt(22)));
        }
        return text.toString();
    }

    private static String line(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(40); length > 0; length--) {
            int kind = random.nextInt(60);
            text.append(kind < 10 ? ',' : kind == 11 ? ' ' : (char) ('$' + random.nextInt(90)));
        }
        return text.toString();
    }

    private static long digits(String digits) {
        byte[] text = ("7" + digits + "7").getBytes(ISO_8859_1);
        return Epochs.digits(text, 1, text.length - 1);
    }

    private static long iso(String time) {
        byte[] text = ("2" + time + "7").getBytes(ISO_8859_1);
        return IsoTime.nanos(text, 1, text.length - 1);
    }

    private static long seconds(String time) {
        byte[] text = time.getBytes(ISO_8859_1);
        return Epochs.seconds(text, 0, text.length);
    }
}
