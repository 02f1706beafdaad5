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
    private static final String[] HUGE = {"9".repeat(19), "9".repeat(400), "1e999999", "-0", "-1", "1.5e3", "0.000000000000000000001", "00",
        "[".repeat(100), "{\"a\":".repeat(70), "\\u0041", "\\", "\"", "null", "true", "[]", "{}", "\u0000", "\u00ff", ",", "\"p\":\"7\","};

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
                byte[] damaged = damage(random, good[random.nextInt(good.length)], good[random.nextInt(good.length)]);
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

    private static byte[] damage(Random random, String message, String other) {
        StringBuilder text = new StringBuilder(message);
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(12));
            switch (random.nextInt(8)) {
                case 0 -> text.setLength(at);
                case 1 -> text.delete(at, end);
                case 2 -> text.insert(at, HUGE[random.nextInt(HUGE.length)]);
                case 3 -> text.replace(at, end, HUGE[random.nextInt(HUGE.length)]);
                case 4 -> text.insert(at, other, random.nextInt(other.length()), other.length());
                case 5 -> text.insert(at, text.substring(at, end));
                case 6 -> text.insert(at, (char) random.nextInt(256));
                default -> flip(random, text, at);
            }
        }
        return text.toString().getBytes(ISO_8859_1);
    }

    private static void flip(Random random, StringBuilder text, int at) {
        if (at < text.length()) {
            text.setCharAt(at, (char) (text.charAt(at) ^ 1 << random.nextInt(8)));
        }
    }
}
