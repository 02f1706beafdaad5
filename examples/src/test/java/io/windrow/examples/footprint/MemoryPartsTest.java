package io.windrow.examples.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Layouts as JVMs have them, cut down to what tells the parts apart. Sizes are in KiB. */
class MemoryPartsTest {

    private static final long KIB = 1024;
    private static final long MIB = 1024 * KIB;
    private static final long CLASS_SPACE = 1024 * MIB;
    private static final String JDK = "/opt/jdk/lib/";

    @Test
    void shouldDivideASmallHeapWithAnArchiveWhereItWasMadeFor() {
        MemoryParts parts = parts(small17(), 6 * MIB, Map.of("trades", 1000 * KIB, "ring", 100 * KIB));
        assertThat(inKib(parts)).isEqualTo(expected(Map.ofEntries(Map.entry("heap", 4252L), Map.entry("archive", 7856L),
            Map.entry("archivePrivate", 5476L), Map.entry("metaspace", 104L + 20 + 328 + 264), Map.entry("libraries", 61L),
            Map.entry("malloc", 2660L), Map.entry("stacks", 92L + 100 + 8 + 36), Map.entry("code", 1668L), Map.entry("modules", 256L),
            Map.entry("libjvm", 2372L + 9212 + 20), Map.entry("libjvmData", 736L + 192 + 312), Map.entry("rest", 36L),
            Map.entry("offHeap", 1100L), Map.entry("nameless", 1892L + 24 - 1100))));
        assertThat(parts.offHeap()).containsExactly(Map.entry("ring", 100 * KIB), Map.entry("trades", 1000 * KIB));
    }

    @Test
    void shouldDivideALargeHeapWithAnArchiveMovedAndManyArenas() {
        SmapsText text = new SmapsText().at(0x687400000L).anon(102400, 17876).held(409600).anon(3072, 8)
            .file(468, "rw-p", JDK + "server/classes.jsa", 468, 468).anon(8748, 100)
            .at(0x7f0140000000L).arena(132, 8).held(65404).arena(6248, 3736).held(59288)
            .at(0x7f0167000000L).anon(1920, 1876).held(2176).anon(3264, 3220).held(58176)
            .file(12060, "rw-p", JDK + "server/classes.jsa", 11964, 10012).held(4324).anon(256, 256).held(64).anon(320, 296)
            .held(1047936);
        MemoryParts parts = parts(text, 512 * MIB, Map.of());
        assertThat(inKib(parts)).isEqualTo(expected(Map.of("heap", 17876L + 8 + 468 + 100, "malloc", 3744L, "archive", 1952L,
            "archivePrivate", 10012L, "metaspace", 1876L + 3220 + 256 + 296)));
    }

    @Test
    void shouldDivideWithoutAnArchiveThoughTheClassSpaceMeltsIntoTheHeap() {
        SmapsText text = new SmapsText().at(0xfc000000L).anon(65664, 15036).anon(512, 512).held(64).anon(64, 40).held(1047808)
            .at(0x7f587d000000L).anon(5120, 5000).held(60416);
        assertThat(inKib(parts(text, 64 * MIB, Map.of()))).isEqualTo(expected(Map.of("heap", 15036L, "metaspace", 552L + 5000)));
    }

    @Test
    void shouldDivideALaterJdkWhoseArchiveHasAGuardInFront() {
        SmapsText text = new SmapsText().at(0xffa00000L).anon(6144, 3988).at(0x800000000L)
            .file(4, "---p", "", 4, 4).file(5568, "rw-p", "/image/lib/windrow.jsa", 5568, 5452)
            .file(8996, "r--p", "/image/lib/windrow.jsa", 8996, 0).held(1816).anon(64, 20).held(192).anon(64, 56).held(1048256)
            .at(0x7f9031763000L).stack(8).stack(96).anon(1380, 1380);
        assertThat(inKib(parts(text, 6 * MIB, Map.of()))).isEqualTo(expected(Map.of("heap", 3988L, "archive", 9112L,
            "archivePrivate", 5452L, "metaspace", 76L, "stacks", 104L, "nameless", 4L + 1380)));
    }

    @Test
    void shouldCallAHeapThatItCannotFindNameless() {
        SmapsText text = new SmapsText().at(0xffa00000L).anon(6144, 4252).at(0x7f0000000000L).code(2496, 1000);
        assertThat(inKib(parts(text, 8 * MIB, Map.of()))).isEqualTo(expected(Map.of("nameless", 4252L, "code", 1000L)));
        assertThat(inKib(parts(text, -1, Map.of()))).isEqualTo(expected(Map.of("nameless", 4252L, "code", 1000L)));
    }

    @Test
    void shouldTakeTheLedgerOutOfNamelessMemoryFirstAndNeverMoreThanThereIs() {
        SmapsText text = new SmapsText().at(0x7f0000000000L).anon(100, 100).at(0x7f1000000000L)
            .file(60, "rw-p", "[heap]", 60, 60);
        assertThat(inKib(parts(text, -1, Map.of("ring", 120 * KIB))))
            .isEqualTo(expected(Map.of("offHeap", 120L, "nameless", 0L, "malloc", 40L)));
        assertThat(inKib(parts(text, -1, Map.of("ring", 500 * KIB)))).isEqualTo(expected(Map.of("offHeap", 160L)));
    }

    @Test
    void shouldNotTakeABigHoleForAGuard() {
        SmapsText text = new SmapsText().at(0x7f0000001000L).held(64).anon(240, 88).held(16).anon(240, 92);
        assertThat(inKib(parts(text, -1, Map.of()))).isEqualTo(expected(Map.of("nameless", 88L, "stacks", 92L)));
    }

    private static SmapsText small17() {
        return new SmapsText().at(0xffa00000L).anon(6144, 4252)
            .at(0x800000000L).file(5576, "rw-p", "/image/lib/windrow.jsa", 5576, 5476).file(7756, "r--p", "/image/lib/windrow.jsa", 7756, 0)
            .held(3052).anon(128, 104).held(128).anon(64, 20).held(1048256)
            .at(0x55b6e3681000L).file(4, "r-xp", "/image/bin/java", 4, 0).at(0x55b713426000L).file(2856, "rw-p", "[heap]", 2660, 2660)
            .at(0x7fe64485c000L).stack(92).stack(100).anon(1892, 1892).stack(8)
            .at(0x7fe645000000L).anon(384, 328).held(3712).anon(320, 264).held(61120)
            .at(0x7fe649000000L).code(2496, 1668).held(5696).file(19924, "r--s", "/image/lib/modules", 256, 0)
            .at(0x7fe64ae20000L).file(24, "r-xp", "/image/lib/libnet.so", 24, 0).anon(24, 24)
            .file(33, "r--p", "/usr/lib/x86_64-linux-gnu/libz.so.1.2.13", 33, 0)
            .file(4, "r--p", "/usr/lib/locale/C.utf8/LC_TIME", 4, 0).file(32, "rw-s", "/tmp/hsperfdata_me/7", 32, 0)
            .at(0x7fe64b000000L).file(2372, "r--p", "/image/lib/server/libjvm.so", 2372, 0)
            .file(13644, "r-xp", "/image/lib/server/libjvm.so", 9212, 0).file(736, "r--p", "/image/lib/server/libjvm.so", 736, 736)
            .file(212, "rw-p", "/image/lib/server/libjvm.so", 212, 192).anon(360, 312)
            .at(0x7ffcb390b000L).file(132, "rw-p", "[stack]", 36, 36);
    }

    /** Of every layout: nothing is lost, nothing twice. */
    private static MemoryParts parts(SmapsText text, long heapBytes, Map<String, Long> offHeap) {
        List<Mapping> mappings = Smaps.parse(text.toString());
        MemoryParts parts = MemoryParts.of(mappings, heapBytes, CLASS_SPACE, offHeap);
        assertThat(parts.total()).isEqualTo(mappings.stream().mapToLong(Mapping::residentBytes).sum());
        return parts;
    }

    private static Map<String, Long> inKib(MemoryParts parts) {
        Map<String, Long> all = new LinkedHashMap<>();
        parts.bytes().forEach((part, bytes) -> all.put(part.key(), bytes / KIB));
        return all;
    }

    private static Map<String, Long> expected(Map<String, Long> some) {
        Map<String, Long> all = new LinkedHashMap<>();
        for (MemoryPart part : MemoryPart.values()) {
            all.put(part.key(), some.getOrDefault(part.key(), 0L));
        }
        return all;
    }
}
