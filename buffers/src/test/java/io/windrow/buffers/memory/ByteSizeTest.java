package io.windrow.buffers.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.testing.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizeTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "4096, 4096", "17B, 17", "64k, 64000", "64kB, 64000", "64KB, 64000", "64KiB, 65536", "256MB, 256000000",
        "256m, 256000000", "256MiB, 268435456", "1GB, 1000000000", "1G, 1000000000", "1GiB, 1073741824", "1gib, 1073741824",
        "9223372036854775807, 9223372036854775807", "8589934591GiB, 9223372035781033984"})
    void shouldReadDecimalAndBinaryUnits(String text, long bytes) {
        assertThat(ByteSize.parse(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MB", "-1", "+1", "1.5GiB", " 1k", "1 k", "1k ", "1TB", "1Ki", "1kk", "0x10", "1e6", "\u0665"})
    void shouldRefuseTextThatIsNoSize(String text) {
        assertThatThrownBy(() -> ByteSize.parse(text)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("size must be digits and a unit, such as 256MB or 1GiB: size=" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "8589934592GiB", "99999999999999999999k"})
    void shouldRefuseASizeThatDoesNotFitALong(String text) {
        assertThatThrownBy(() -> ByteSize.parse(text)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("size must fit a long: size=" + text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "1023, 1023", "1000, 1kB", "1024, 1KiB", "256000000, 256MB", "268435456, 256MiB", "1000000001, 1000000001",
        "3000000000, 3GB", "2147483648, 2GiB"})
    void shouldWriteTheCoarsestUnitThatIsExact(long bytes, String text) {
        assertThat(ByteSize.format(bytes)).isEqualTo(text);
    }

    @Test
    void shouldReadBackWhatItWrites() {
        Seeds.forEach(2_000, random -> {
            long unit = new long[] {1, 1_000, 1_024, 1_000_000, 1L << 20, 1_000_000_000, 1L << 30}[random.nextInt(7)];
            long bytes = random.nextInt(1_000_000) * unit;
            assertThat(ByteSize.parse(ByteSize.format(bytes))).isEqualTo(bytes);
        });
    }
}
