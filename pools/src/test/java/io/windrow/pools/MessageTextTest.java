package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Allocations;
import io.windrow.buffers.testing.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts in messages: what fits, what is refused, and how they are read and compared. */
class MessageTextTest {

    private static final TextField CLIENT = Everything.CLIENT;

    private final OffHeapMemory memory = OffHeapMemory.withBudget(1 << 16);
    private final SingleThreadPool<Everything> pool = Message.pool(memory, Everything::new).capacity(2).singleThread();
    private final Everything message = pool.acquire();

    @BeforeEach
    void fillTheFieldsAround() {
        FieldValues.putAll(message, 1);
    }

    @AfterEach
    void closeMemory() {
        memory.close();
    }

    private String text() {
        StringBuilder text = new StringBuilder("<");
        message.append(CLIENT, text);
        return text.append('>').toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "1234567", "12345678", "123456789", "exactly13char", "\u0001 ~\u007f"})
    void shouldGiveBackEveryTextThatFits(String text) {
        message.put(CLIENT, text);

        assertThat(text()).isEqualTo("<" + text + ">");
        assertThat(message.length(CLIENT)).isEqualTo(text.length());
        assertThat(message.matches(CLIENT, text)).isTrue();
    }

    @Test
    void shouldLeaveNothingOfALongerText() {
        message.put(CLIENT, "exactly13char");
        message.put(CLIENT, "ab");

        assertThat(text()).isEqualTo("<ab>");
        assertThat(message.matches(CLIENT, "ab")).isTrue();
    }

    @Test
    void shouldRefuseATextThatIsTooLongAndKeepTheOneItHad() {
        message.put(CLIENT, "before");

        assertThatThrownBy(() -> message.put(CLIENT, "fourteen chars")).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("text must have at most 13 characters: field=client, length=14");
        assertThatThrownBy(() -> message.put(CLIENT, new byte[14], 0, 14)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("text must have at most 13 characters: field=client, length=14");
        assertThat(text()).isEqualTo("<before>");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 128, 233, 255, 0x161, 0x20ac, 0xffff})
    void shouldRefuseWhatIsNotAsciiAndKeepTheTextItHad(int character) {
        message.put(CLIENT, "before");

        assertThatThrownBy(() -> message.put(CLIENT, "caf" + (char) character)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("text must be of ASCII characters 1 to 127: field=client, index=3, character=" + character);
        assertThat(text()).isEqualTo("<before>");
    }

    @ParameterizedTest
    @ValueSource(bytes = {0, -1, -128})
    void shouldRefuseBytesThatAreNotAscii(byte character) {
        message.put(CLIENT, "before");

        assertThatThrownBy(() -> message.put(CLIENT, new byte[] {'a', character}, 0, 2)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("text must be of ASCII characters 1 to 127: field=client, index=1, character=" + character);
        assertThat(text()).isEqualTo("<before>");
    }

    @Test
    void shouldTakeARunOfBytesAndRefuseOneThatIsNotThere() {
        byte[] bytes = "-AAPL-".getBytes(StandardCharsets.US_ASCII);
        message.put(CLIENT, bytes, 1, 4);

        assertThat(text()).isEqualTo("<AAPL>");
        assertThatThrownBy(() -> message.put(CLIENT, bytes, 3, 4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> message.put(CLIENT, bytes, -1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> message.put(CLIENT, bytes, 0, -1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(text()).isEqualTo("<AAPL>");
    }

    @Test
    void shouldCopyToBytesIfThereIsRoom() {
        message.put(CLIENT, "0123456789");
        byte[] into = "------------".getBytes(StandardCharsets.US_ASCII);

        assertThat(message.copy(CLIENT, into, 1)).isEqualTo(10);
        assertThat(into).asString(StandardCharsets.US_ASCII).isEqualTo("-0123456789-");
        assertThatThrownBy(() -> message.copy(CLIENT, into, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(into).asString(StandardCharsets.US_ASCII).isEqualTo("-0123456789-");
    }

    @Test
    void shouldMatchTheSameTextOnly() {
        message.put(CLIENT, "abcdefghij");

        assertThat(message.matches(CLIENT, new StringBuilder("abcdefghij"))).isTrue();
        for (String other : new String[] {"", "abcdefghi", "abcdefghijk", "abcdefghiJ", "Abcdefghij", "abcdefghij\0", "\u0161bcdefghij"}) {
            assertThat(message.matches(CLIENT, other)).as(other).isFalse();
        }
        message.put(CLIENT, "");
        assertThat(message.matches(CLIENT, "")).isTrue();
        assertThat(message.matches(CLIENT, "\0")).isFalse();
    }

    @Test
    void shouldAgreeWithAStringInEveryRandomCase() {
        Seeds.forEach(200, random -> {
            String text = random(random, random.nextInt(14));
            String other = random.nextBoolean() ? text : random(random, random.nextInt(14));
            Object rate = message.get(Everything.RATE);
            if (random.nextBoolean()) {
                message.put(CLIENT, text);
            } else {
                message.put(CLIENT, text.getBytes(StandardCharsets.US_ASCII), 0, text.length());
            }
            assertThat(text()).isEqualTo("<" + text + ">");
            assertThat(message.matches(CLIENT, other)).isEqualTo(text.equals(other));
            assertThat(message.get(Everything.RATE)).isEqualTo(rate);
        });
    }

    @Test
    void shouldAllocateNothing() {
        byte[] bytes = new byte[16];
        StringBuilder text = new StringBuilder(32);
        Allocations.assertNone(() -> {
            message.put(CLIENT, "order-0000017");
            text.setLength(0);
            message.append(CLIENT, text);
            message.put(CLIENT, bytes, 0, message.copy(CLIENT, bytes, 0));
            if (!message.matches(CLIENT, text)) {
                throw new AssertionError("lost");
            }
        });
    }

    private static String random(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) (1 + random.nextInt(127)));
        }
        return text.toString();
    }
}
