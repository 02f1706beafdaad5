package io.windrow.examples.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SmapsTest {

    /** As a kernel 6 wrote it, some figures left out. */
    private static final String RECORDED = """
        800000000-800572000 rw-p 00001000 fe:00 262147                           /opt/my image/lib/windrow.jsa
        Size:               5576 kB
        KernelPageSize:        4 kB
        Rss:                5576 kB
        Pss:                5526 kB
        Pss_Dirty:          5476 kB
        Anonymous:          5476 kB
        AnonHugePages:         0 kB
        THPeligible:           0
        VmFlags: rd wr mr mw me ac sd
        800d05000-801000000 ---p 00000000 00:00 0\s
        Size:               3052 kB
        Rss:                   0 kB
        Anonymous:             0 kB
        VmFlags: mr mw me nr sd
        7fe64c5f5000-7fe64c5f7000 r-xp 00000000 00:00 0                          [vdso]
        Size:                  8 kB
        Rss:                   4 kB
        Anonymous:             0 kB
        VmFlags: rd ex mr mw me de sd
        ffffffffff600000-ffffffffff601000 --xp 00000000 00:00 0                  [vsyscall]
        Size:                  4 kB
        Rss:                   0 kB
        Anonymous:             0 kB
        VmFlags: ex
        """;

    @Test
    void shouldReadEveryMapping() {
        assertThat(Smaps.parse(RECORDED)).containsExactly(
            new Mapping(0x800000000L, 0x800572000L, "rw-p", "/opt/my image/lib/windrow.jsa", 5576 * 1024, 5476 * 1024, false),
            new Mapping(0x800d05000L, 0x801000000L, "---p", "", 0, 0, true),
            new Mapping(0x7fe64c5f5000L, 0x7fe64c5f7000L, "r-xp", "[vdso]", 4096, 0, false),
            new Mapping(0xffffffffff600000L, 0xffffffffff601000L, "--xp", "[vsyscall]", 0, 0, false));
    }

    @Test
    void shouldTellWhatIsHeldFromWhatIsInUse() {
        List<Mapping> mappings = Smaps.parse(new SmapsText().at(0x1000).anon(8, 4).held(4).code(4, 4).toString());
        assertThat(mappings).extracting(Mapping::isHeld).containsExactly(false, true, false);
        assertThat(mappings).extracting(Mapping::isPlain).containsExactly(true, false, false);
        assertThat(mappings).extracting(Mapping::isExecutable).containsExactly(false, false, true);
        assertThat(mappings).extracting(Mapping::sizeBytes).containsExactly(8192L, 4096L, 4096L);
    }

    @Test
    void shouldReadNothingOfNothing() {
        assertThat(Smaps.parse("")).isEmpty();
    }

    @Test
    void shouldRefuseWhatIsNoSuchText() {
        assertThatThrownBy(() -> Smaps.parse("Rss: 4 kB\n")).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a figure must belong to a mapping: line=Rss: 4 kB");
        assertThatThrownBy(() -> Smaps.parse("hello world\n")).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a mapping must begin with its addresses: line=hello world");
        assertThatThrownBy(() -> Smaps.parse("1000-2000 rw-p 0 00:00 0\nRss: 4 MB\n")).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a figure must be in kB: line=Rss: 4 MB");
    }
}
