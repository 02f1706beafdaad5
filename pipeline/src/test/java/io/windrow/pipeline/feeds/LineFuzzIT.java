package io.windrow.pipeline.feeds;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.testing.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Lines that were damaged: no exception, a row where {@link LineOracle} reads one, the same, and none where it reads none; the good line
 * behind it is read whole. {@code -Dwindrow.fuzz=10000000} says how many lines per kind of file.
 */
class LineFuzzIT {

    private static final int LINES = Integer.getInteger("windrow.fuzz", 200_000);
    private static final int ROUNDS = 10;
    /** Of what was damaged, so many are still a row at least; fewer would say that little is compared. */
    private static final int ROWS_OF_A_HUNDRED = 2;
    private static final Damage DAMAGE = new Damage("9".repeat(19), "9".repeat(400), "0".repeat(50), "1e5", "1.5E-3", "-0", "-1", "+1",
        "--1", "0.000000000000000000001", "00", ".", ".5", "5.", "1.2.3", " ", "\t", " 7 ", "1 2", "\"", "\"\"", "\"1.5\"", "\" 1\"",
        "\"1\"\"2\"", "\"1,2\"", "\r", "\n", "\u0000", "\u00ff", "\u00a0", "\u00b2", ",", ",,", "", "9223372036854775807",
        "9223372036854775808", "-9223372036854775806", "-9223372036854775805", "92233720368547758.07", "1234567.12345678",
        "12345678.87654321", "123456789.1", "1.50000000", "0.12345678", "True", "FALSE", "tru", "buy", "S", "0", "1", "ETHUSDT",
        "1700000000000", "1700000000000000", "1700000000000000000", "7258118400000", "7258118399999", "86400", "NaN", "0x1F", "1_000",
        "-", "+", "5;6", "1/2", "3:4");

    @ParameterizedTest
    @EnumSource
    void shouldReadDamagedLinesAsTheyAreDocumented(Lines lines) {
        Seeds.forEach(ROUNDS, random -> new Round(lines, random).run(LINES / ROUNDS));
    }

    /** One decoder, of instruments at scales of its own. */
    private static final class Round {

        private final Random random;
        private final String[] good;
        private final MarketRows rows = new MarketRows();
        private final MessageDecoder decoder;
        private final LineOracle oracle;

        Round(Lines lines, Random random) {
            this.random = random;
            good = lines.good;
            InstrumentRegistry registry = Lines.registry(Math.max(2, lines.hidden()) + random.nextInt(8), 3 + random.nextInt(8));
            decoder = new MessageDecoder(lines.options(), registry, rows);
            oracle = new LineOracle(lines, registry);
        }

        void run(int count) {
            List<List<String>> expected = Arrays.stream(good).map(oracle::rows).toList();
            int taken = 0;
            for (int i = 0; i < count; i++) {
                byte[] damaged = DAMAGE.of(random, any(), any());
                String line = new String(damaged, ISO_8859_1);
                List<String> read = decode(damaged);
                assertThat(read).as("%s", line).isEqualTo(oracle.rows(line));
                taken += read.size();
                int next = random.nextInt(good.length);
                assertThat(decode(good[next].getBytes(ISO_8859_1))).as("%s behind %s", good[next], line).isEqualTo(expected.get(next))
                    .hasSize(1);
            }
            assertThat(taken).as("lines that still are rows").isGreaterThanOrEqualTo(count * ROWS_OF_A_HUNDRED / 100);
        }

        private String any() {
            return good[random.nextInt(good.length)];
        }

        /** Amid bytes that a line could go on with, as lines of a file are. */
        private List<String> decode(byte[] line) {
            byte[] text = new byte[line.length + random.nextInt(40)];
            for (int i = 0; i < text.length; i++) {
                text[i] = (byte) "0123456789.,\" \n".charAt(random.nextInt(15));
            }
            int from = random.nextInt(text.length - line.length + 1);
            System.arraycopy(line, 0, text, from, line.length);
            int count = decoder.onMessage(text, from, from + line.length, Messages.RECEIVED_NANOS);
            List<String> read = rows.take();
            assertThat(read).hasSize(count);
            return read;
        }
    }
}
