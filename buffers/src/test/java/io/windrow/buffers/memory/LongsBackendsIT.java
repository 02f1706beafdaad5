package io.windrow.buffers.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.Forked;
import java.util.List;
import org.agrona.UnsafeApi;
import org.junit.jupiter.api.Test;

/** The two ways to a block's values are one to the caller. */
class LongsBackendsIT {

    @Test
    void shouldGiveTheSameResultsAndTheSameErrors() {
        List<String> direct = Forked.run(List.of(Forked.DIRECT), LongsBackendsMain.class, MemoryBlock.class, UnsafeApi.class);
        List<String> checked = Forked.run(List.of(), LongsBackendsMain.class, MemoryBlock.class, UnsafeApi.class);
        assertThat(direct.get(0)).isEqualTo("direct=true");
        assertThat(checked.get(0)).isEqualTo("direct=false");
        assertThat(direct).hasSizeGreaterThan(60_000).hasSameSizeAs(checked);
        for (int line = 1; line < direct.size(); line++) {
            assertThat(checked.get(line)).isEqualTo(direct.get(line));
        }
        for (String part : new String[] {"block is closed", "must stay inside", "must be divisible by 8", " done "}) {
            assertThat(direct).anyMatch(line -> line.contains(part));
        }
    }
}
