package io.windrow.examples.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.windrow.examples.soak.child.Plant;
import io.windrow.examples.soak.child.SoakSettings;
import java.util.Random;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

class SoakVerdictTest {

    private static final int DAYS = 5;
    private static final long MEMORY = 40_000_000;
    private static final long HEAP = 1_500_000;
    private static final SoakSettings WHOLE_DAYS = SoakSettings.of(DAYS, 0, 170, 20, 0, Plant.NONE);

    private final SoakRecord told = new SoakRecord();
    private long files = 24_000_000;

    @Test
    void shouldPassWhereNothingGrows() {
        SoakVerdict verdict = judged(block -> MEMORY + block % 3 * 4096, block -> HEAP + block % 2 * 100);
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.exitCode()).isZero();
        assertThat(verdict.word()).isEqualTo("no growth");
        assertThat(verdict.growths().get(0).percentPerDay(verdict.growths().get(0).verdict().upper())).isLessThan(0.2);
    }

    @Test
    void shouldFindResidentMemoryThatGrows() {
        // 700,000 bytes a block are 2.8 MB or 7 % a day.
        SoakVerdict verdict = judged(block -> MEMORY + 700_000L * block, block -> HEAP);
        assertThat(verdict.exitCode()).isOne();
        assertThat(verdict.findings()).extracting(Finding::name).containsExactly("anonymous resident memory", "second load");
    }

    @Test
    void shouldFindMappedFilesThatGrow() {
        SoakVerdict verdict = judged(block -> {
            files += 1_200_000;
            return MEMORY;
        }, block -> HEAP);
        assertThat(verdict.findings()).extracting(Finding::name).containsExactly("resident memory");
        Growth resident = verdict.resident();
        assertThat(resident.percentPerDay(resident.verdict().slope())).isCloseTo(4 * 1_200_000 / 652_000.0, within(0.5));
    }

    @Test
    void shouldSayTheBoundOfAllThatWasPlayed() {
        SoakVerdict verdict = judged(block -> MEMORY + 40_960L * block, block -> HEAP);
        assertThat(verdict.findings()).isEmpty();
        assertThat(SoakText.render(WHOLE_DAYS, told, verdict))
            .endsWith("upper 95 % bound of resident memory 0.27 % a whole day, 1.35 % in all that was played.\n");
    }

    @Test
    void shouldCountWhatWasPlayedInWholeDays() {
        SoakSettings halfDays = SoakSettings.of(DAYS, 7_344_000, 170, 20, 0, Plant.NONE);
        judged(block -> MEMORY + 20_480L * block, block -> HEAP);
        assertThat(SoakText.render(halfDays, told, SoakVerdict.of(told, halfDays, 5)))
            .contains("; so this was 2.50 of them.\n")
            .endsWith("upper 95 % bound of resident memory 0.27 % a whole day, 0.68 % in all that was played.\n");
    }

    @Test
    void shouldFindALiveHeapThatGrows() {
        SoakVerdict verdict = judged(block -> MEMORY, block -> HEAP + 25_000L * block);
        assertThat(verdict.findings()).extracting(Finding::name).containsExactly("live heap");
    }

    @Test
    void shouldNotPassWhatItCannotTell() {
        Random random = new Random(1);
        SoakVerdict verdict = judged(block -> MEMORY + (block < 20 ? random.nextInt(30_000_000) : 0), block -> HEAP);
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.exitCode()).isEqualTo(5);
        assertThat(verdict.word()).isEqualTo("inconclusive");
    }

    @Test
    void shouldNotPassABlockWithoutASample() {
        told.take("BLOCK\t1\t0\t-1\t-1\t1500000\t0");
        day(0);
        for (int block = 1; block < (DAYS + 1) * WHOLE_DAYS.blocks(); block++) {
            block(block, MEMORY, HEAP);
        }
        SoakVerdict verdict = SoakVerdict.of(told, WHOLE_DAYS, 5);
        assertThat(verdict.exitCode()).isEqualTo(5);
        assertThat(verdict.growths().get(0).verdict().reason()).startsWith("has blocks without a sample");
    }

    @Test
    void shouldFindEveryCountThatIsNotWhatItWas() {
        count(0, "noon", "threads", 9);
        count(0, "night", "threads", 7);
        count(0, "night", "open files", 12);
        count(0, "night", "off heap, ring, bytes", 0);
        count(6, "noon", "threads", 9);
        count(6, "night", "threads", 8);
        count(6, "night", "open files", 12);
        count(6, "night", "off heap, ring, bytes", 0);
        count(6, "night", "off heap, new, bytes", 64);
        told.take("NAME\t0\tnight\tthreads\tmain");
        told.take("NAME\t6\tnight\tthreads\tmain");
        told.take("NAME\t6\tnight\tthreads\tlost");
        SoakVerdict verdict = judged(block -> MEMORY, block -> HEAP);
        assertThat(verdict.findings()).containsExactly(
            new Finding("off heap, new, bytes", "off heap, new, bytes must be what it was: baseline=0, night of the last day=64"),
            new Finding("threads", "threads must be what it was: baseline=7, night of the last day=8, new=[lost]"));
        assertThat(verdict.exitCode()).isOne();
    }

    @Test
    void shouldTakeTheLastWarmUpDayForTheBaseline() {
        count(-1, "night", "classes", 900);
        count(0, "night", "classes", 1000);
        count(6, "night", "classes", 1000);
        day(-1);
        assertThat(judged(block -> MEMORY, block -> HEAP).findings()).isEmpty();
        assertThat(told.baselineDay()).isZero();
        assertThat(told.warmUpDays()).isEqualTo(2);
    }

    @Test
    void shouldFindASecondLoadThatAdds() {
        int first = DAYS * WHOLE_DAYS.blocks();
        SoakVerdict verdict = judged(block -> block < first ? MEMORY : MEMORY + 2_100_000, block -> HEAP);
        assertThat(verdict.findings()).containsExactly(new Finding("second load",
            "a second load after a rest must add next to nothing: addedBytes=2100000, allowedBytes=2000000"));
    }

    @Test
    void shouldNeverSpeakOfADayThatItDidNotRun() {
        SoakVerdict verdict = judged(block -> MEMORY, block -> HEAP);
        assertThat(SoakText.render(WHOLE_DAYS, told, verdict))
            .startsWith("5 trading days of 14,688,000 trades each in 50 s, after 1 trading day of warm-up\n"
                + "A whole trading day: 14,688,000 trades, 170 a second around the clock; so this was 5.00 of them.\n")
            .endsWith("Verdict: no growth. 5 trading days of 14,688,000 trades in 50 s: "
                + "upper 95 % bound of resident memory 0.00 % a whole day, 0.01 % in all that was played.\n");
    }

    /** The days that count and the second load. */
    private SoakVerdict judged(IntToLongFunction memory, IntToLongFunction heap) {
        day(0);
        for (int block = 0; block < (DAYS + 1) * WHOLE_DAYS.blocks(); block++) {
            block(block, memory.applyAsLong(block), heap.applyAsLong(block));
        }
        for (int day = 1; day <= DAYS + 1; day++) {
            day(day);
        }
        return SoakVerdict.of(told, WHOLE_DAYS, 5);
    }

    private void block(int block, long memory, long heap) {
        int day = 1 + block / WHOLE_DAYS.blocks();
        told.take("BLOCK\t" + day + "\t" + block % WHOLE_DAYS.blocks() + "\t" + memory + "\t" + (memory + files) + "\t" + heap + "\t100");
    }

    private void day(int day) {
        told.take("DAY\t" + day + "\t10.0\t40000000\t60000000\t3\t4");
    }

    private void count(int day, String hour, String name, long number) {
        told.take("COUNT\t" + day + "\t" + hour + "\t" + name + "\t" + number);
    }
}
