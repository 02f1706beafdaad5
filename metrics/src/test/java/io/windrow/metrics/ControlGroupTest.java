package io.windrow.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.Allocations;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlGroupTest {

    private static final String NO_LIMIT_OF_VERSION_1 = "9223372036854771712\n";
    private static final String MOUNT_1 = "31 23 0:28 / /sys/fs/cgroup rw shared:3 - tmpfs tmpfs rw,mode=755\n"
        + "32 31 0:29 / /sys/fs/cgroup/cpu rw,relatime - cgroup cgroup rw,cpu\n"
        + "35 31 0:32 / /sys/fs/cgroup/memory rw,relatime shared:9 - cgroup cgroup rw,memory\n";
    private static final String MOUNT_2 = "30 23 0:26 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate\n";

    @TempDir
    Path folder;

    private FakeMachine machine;

    @BeforeEach
    void start() {
        machine = new FakeMachine(folder);
    }

    @Test
    void shouldReadVersion2() {
        machine.file("proc/7/cgroup", "0::/app\n").file("proc/self/mountinfo", MOUNT_2);
        second("sys/fs/cgroup/app", 1000, "5000\n");
        try (ControlGroup group = open()) {
            assertThat(group.usedBytes()).isEqualTo(1000);
            assertThat(group.anonymousBytes()).isEqualTo(600);
            assertThat(group.limitBytes()).isEqualTo(5000);
            assertThat(group.kills()).isEqualTo(3);
            assertThat(group.missing()).isEmpty();
        }
    }

    @Test
    void shouldReadVersion1() {
        machine.file("proc/7/cgroup", "5:cpu,cpuacct:/other\n4:hugetlb,memory:/app\n0::/\n").file("proc/self/mountinfo", MOUNT_1);
        first("sys/fs/cgroup/memory/app", 1000, "5000\n");
        try (ControlGroup group = open()) {
            assertThat(group.usedBytes()).isEqualTo(1000);
            assertThat(group.anonymousBytes()).isEqualTo(700);
            assertThat(group.limitBytes()).isEqualTo(5000);
            assertThat(group.kills()).isEqualTo(2);
        }
    }

    @Test
    void shouldReadTheMemoryOfVersion1BesideVersion2() {
        machine.file("proc/7/cgroup", "4:memory:/app\n0::/app\n")
            .file("proc/self/mountinfo", "41 31 0:38 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw\n" + MOUNT_1);
        first("sys/fs/cgroup/memory/app", 1000, "5000\n");
        second("sys/fs/cgroup/unified/app", 1, "2\n");
        try (ControlGroup group = open()) {
            assertThat(group.usedBytes()).isEqualTo(1000);
            assertThat(group.limitBytes()).isEqualTo(5000);
        }
    }

    @Test
    void shouldNotTakeNoLimitForANumber() {
        machine.file("proc/7/cgroup", "0::/app\n").file("proc/self/mountinfo", MOUNT_2);
        second("sys/fs/cgroup/app", 1000, "max\n");
        assertLimit(Sample.ABSENT);
        machine.file("proc/7/cgroup", "4:memory:/app\n").file("proc/self/mountinfo", MOUNT_1);
        first("sys/fs/cgroup/memory/app", 1000, NO_LIMIT_OF_VERSION_1);
        first("sys/fs/cgroup/memory", 1000, NO_LIMIT_OF_VERSION_1);
        assertLimit(Sample.ABSENT);
        first("sys/fs/cgroup/memory/app", 1000, (Long.MAX_VALUE - 65_535) + "\n");
        assertLimit(Sample.ABSENT);
        first("sys/fs/cgroup/memory/app", 1000, Long.MAX_VALUE + "\n");
        assertLimit(Sample.ABSENT);
    }

    @Test
    void shouldTakeTheLowestLimitOfTheGroupsAbove() {
        machine.file("proc/7/cgroup", "0::/all/engines/app\n").file("proc/self/mountinfo", MOUNT_2);
        second("sys/fs/cgroup/all/engines/app", 1000, "max\n");
        second("sys/fs/cgroup/all/engines", 1000, "4000\n");
        second("sys/fs/cgroup/all", 1000, "3000\n");
        assertLimit(3000);
        second("sys/fs/cgroup/all/engines/app", 1000, "2000\n");
        assertLimit(2000);
        machine.file("proc/7/cgroup", "4:memory:/engines/app\n").file("proc/self/mountinfo", MOUNT_1);
        first("sys/fs/cgroup/memory/engines/app", 1000, NO_LIMIT_OF_VERSION_1);
        first("sys/fs/cgroup/memory/engines", 1000, "6000\n");
        assertLimit(6000);
        first("sys/fs/cgroup/memory", 1000, "5500\n");
        assertLimit(5500);
    }

    @Test
    void shouldFindAGroupBelowTheOneThatIsMounted() {
        machine.file("proc/7/cgroup", "4:memory:/docker/ab/inner\n")
            .file("proc/self/mountinfo", "35 31 0:32 /docker/ab /sys/fs/cgroup/memory ro - cgroup cgroup rw,memory\n");
        first("sys/fs/cgroup/memory/inner", 1000, "5000\n");
        first("sys/fs/cgroup/memory", 2000, "4000\n");
        try (ControlGroup group = open()) {
            assertThat(group.usedBytes()).isEqualTo(1000);
            assertThat(group.limitBytes()).isEqualTo(4000);
        }
        machine.file("proc/7/cgroup", "4:memory:/docker/ab\n");
        assertUsed(2000);
        machine.file("proc/7/cgroup", "4:memory:/docker/abc\n");
        assertUsed(2000);
        machine.file("proc/7/cgroup", "4:memory:/\n");
        assertUsed(2000);
    }

    @Test
    void shouldFindAMountWithABlankInItsName() {
        machine.file("proc/7/cgroup", "0::/my app\n")
            .file("proc/self/mountinfo", "30 23 0:26 / /sys/c\\040g rw - cgroup2 cgroup2 rw\n");
        second("sys/c g/my app", 1000, "5000\n");
        assertUsed(1000);
    }

    @Test
    void shouldKnowNothingWithoutAGroup() {
        assertUsed(Sample.ABSENT);
        machine.file("proc/7/cgroup", "5:cpu:/app\n0::/app\n");
        assertUsed(Sample.ABSENT);
        machine.file("proc/self/mountinfo", MOUNT_1);
        assertUsed(Sample.ABSENT);
        machine.file("proc/self/mountinfo", MOUNT_2);
        try (ControlGroup group = open()) {
            assertThat(group.missing()).isEqualTo("no container memory (no control group)");
            assertThat(group.limitBytes()).isEqualTo(Sample.ABSENT);
            assertThat(group.kills()).isEqualTo(Sample.ABSENT);
        }
    }

    @Test
    void shouldReadWhatCanBeRead() {
        machine.file("proc/7/cgroup", "0::/app\n").file("proc/self/mountinfo", MOUNT_2)
            .file("sys/fs/cgroup/app/memory.current", "1000\n").unreadable("sys/fs/cgroup/app/memory.max")
            .file("sys/fs/cgroup/app/memory.stat", "file 5\n").unreadable("sys/fs/cgroup/app/memory.events");
        try (ControlGroup group = open()) {
            assertThat(group.usedBytes()).isEqualTo(1000);
            assertThat(group.anonymousBytes()).isEqualTo(Sample.ABSENT);
            assertThat(group.limitBytes()).isEqualTo(Sample.ABSENT);
            assertThat(group.kills()).isEqualTo(Sample.ABSENT);
        }
    }

    @Test
    void shouldLookAtTheLimitAgainAfterSixtyReadings() {
        machine.file("proc/7/cgroup", "0::/app\n").file("proc/self/mountinfo", MOUNT_2);
        second("sys/fs/cgroup/app", 1000, "5000\n");
        try (ControlGroup group = open()) {
            machine.file("sys/fs/cgroup/app/memory.max", "9000\n").file("sys/fs/cgroup/app/memory.current", "1001\n");
            for (int i = 1; i < ControlGroup.READINGS_PER_LIMIT; i++) {
                group.refresh();
                assertThat(group.limitBytes()).isEqualTo(5000);
            }
            assertThat(group.usedBytes()).isEqualTo(1001);
            group.refresh();
            assertThat(group.limitBytes()).isEqualTo(9000);
        }
    }

    @Test
    void shouldAllocateNothing() {
        machine.file("proc/7/cgroup", "0::/all/app\n").file("proc/self/mountinfo", MOUNT_2);
        second("sys/fs/cgroup/all/app", 1000, "5000\n");
        second("sys/fs/cgroup/all", 1000, "max\n");
        try (ControlGroup group = open(); ControlGroup own = new ControlGroup(new File("/"), "self")) {
            Allocations.assertNone(group::refresh);
            Allocations.assertNone(own::refresh);
        }
    }

    /** The kernel's own behaviour, where this test may make a group: an open file of a removed group cannot be read. */
    @Test
    void shouldLoseAGroupThatVanishes() throws IOException {
        ControlGroupPlace place = ControlGroupPlace.find(new File("/"), "self");
        Assumptions.assumeTrue(place != null);
        File mine = new File(place.folder(), "windrow-test-" + ProcessHandle.current().pid());
        Assumptions.assumeTrue(mine.mkdir());
        machine.file("proc/7/cgroup", (place.names() == ControlGroupFiles.VERSION_1 ? "4:memory" : "0:") + ":/\n")
            .file("proc/self/mountinfo", place.names() == ControlGroupFiles.VERSION_1 ? MOUNT_1 : MOUNT_2);
        Path mount = folder.resolve(place.names() == ControlGroupFiles.VERSION_1 ? "sys/fs/cgroup/memory" : "sys/fs/cgroup");
        Files.createDirectories(mount.getParent());
        Files.createSymbolicLink(mount, mine.toPath());
        try (ControlGroup group = open()) {
            Assumptions.assumeTrue(new File(mine, place.names().current()).exists(), "the group above hands down no memory");
            assertThat(group.usedBytes()).isNotNegative();
            Files.delete(mine.toPath());
            group.refresh();
            assertThat(group.usedBytes()).isEqualTo(Sample.ABSENT);
            assertThat(group.anonymousBytes()).isEqualTo(Sample.ABSENT);
            assertThat(group.kills()).isEqualTo(Sample.ABSENT);
        } finally {
            Files.deleteIfExists(mine.toPath());
        }
    }

    private ControlGroup open() {
        return new ControlGroup(machine.root(), "7");
    }

    private void assertLimit(long bytes) {
        try (ControlGroup group = open()) {
            assertThat(group.limitBytes()).isEqualTo(bytes);
        }
    }

    private void assertUsed(long bytes) {
        try (ControlGroup group = open()) {
            assertThat(group.usedBytes()).isEqualTo(bytes);
        }
    }

    private void first(String group, long used, String limit) {
        machine.file(group + "/memory.usage_in_bytes", used + "\n").file(group + "/memory.limit_in_bytes", limit)
            .file(group + "/memory.stat", "cache 1\nrss 2\nrss_huge 3\ntotal_cache 4\ntotal_rss_huge 5\ntotal_rss 700\n")
            .file(group + "/memory.oom_control", "oom_kill_disable 1\nunder_oom 0\noom_kill 2\n");
    }

    private void second(String group, long used, String limit) {
        machine.file(group + "/memory.current", used + "\n").file(group + "/memory.max", limit)
            .file(group + "/memory.stat", "anon_thp 1\nfile 2\nanon 600\n")
            .file(group + "/memory.events", "low 0\nhigh 0\nmax 9\noom 5\noom_kill 3\noom_group_kill 1\n");
    }
}
