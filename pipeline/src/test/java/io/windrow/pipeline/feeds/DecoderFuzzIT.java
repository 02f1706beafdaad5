package io.windrow.pipeline.feeds;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.Seeds;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Messages that were damaged: no exception, no row that Jackson's tree would not read in the same way, and the good message behind it is
 * read whole. {@code -Dwindrow.fuzz=10000000} says how many messages per decoder.
 */
class DecoderFuzzIT {

    private static final int MESSAGES = Integer.getInteger("windrow.fuzz", 200_000);
    private static final int ROUNDS = 10;
    private static final Damage DAMAGE = new Damage("9".repeat(19), "9".repeat(400), "1e999999", "-0", "-1", "1.5e3",
        "0.000000000000000000001", "00", "[".repeat(100), "{\"a\":".repeat(70), "\\u0041", "\\", "\"", "null", "true", "[]", "{}",
        "\u0000", "\u00ff", ",", "\"p\":\"7\",");

    @ParameterizedTest
    @EnumSource(names = {"BINANCE_WS", "COINBASE_WS", "KRAKEN_WS"})
    void shouldTakeNothingFromDamagedMessagesThatIsNotThere(FeedFormat format) {
        Seeds.forEach(ROUNDS, random -> new Round(format).run(random, MESSAGES / ROUNDS));
    }

    /** One decoder, which keeps its state until a damaged message had a row: that may have decided which kind of trades is taken. */
    private static final class Round {

        private final String[] good;
        private final MarketRows rows = new MarketRows();
        private final FeedFormat format;
        private MessageDecoder decoder;
        private final TreeOracle oracle;

        Round(FeedFormat format) {
            this.format = format;
            good = Messages.of(format);
            decoder = decoder();
            oracle = TreeOracle.of(format, Messages.registry(), "BTCUSDT", Set.copyOf(format.contents()));
        }

        void run(Random random, int messages) {
            List<List<String>> expected = Arrays.stream(good).map(message -> oracle.rows(message, Messages.RECEIVED_NANOS)).toList();
            for (int i = 0; i < messages; i++) {
                byte[] damaged = DAMAGE.of(random, good[random.nextInt(good.length)], good[random.nextInt(good.length)]);
                String message = new String(damaged, ISO_8859_1);
                List<String> read = decode(damaged);
                if (!read.isEmpty()) {
                    assertIsPartOf(read, message);
                    decoder = decoder();
                }
                int next = random.nextInt(good.length);
                assertThat(decode(good[next].getBytes(ISO_8859_1))).as("behind %s", message).isEqualTo(expected.get(next)).isNotEmpty();
                rows.takeFlags();
            }
        }

        private List<String> decode(byte[] message) {
            int count = decoder.onMessage(message, 0, message.length, Messages.RECEIVED_NANOS);
            List<String> read = rows.take();
            assertThat(read).hasSize(count);
            return read;
        }

        /** In the same order; what was refused is left out. */
        private void assertIsPartOf(List<String> read, String message) {
            List<String> possible = oracle.rows(message, Messages.RECEIVED_NANOS);
            Iterator<String> rest = possible == null ? read.iterator() : possible.iterator();
            for (String row : read) {
                boolean found = false;
                while (!found && rest.hasNext()) {
                    found = rest.next().equals(row);
                }
                assertThat(found).as("%s must be one of %s, in their order, of %s", read, possible, message).isTrue();
            }
        }

        private MessageDecoder decoder() {
            return new MessageDecoder(Messages.options(format), Messages.registry(), rows);
        }
    }
}
