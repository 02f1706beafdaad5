package io.windrow.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.Allocations;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenFilesTest {

    private static final int TRIES = 100;

    @TempDir
    Path folder;

    @Test
    void shouldCountWhatASleeperHasOpen() throws IOException {
        try (QuietProcess quiet = new QuietProcess(); OpenFiles files = new OpenFiles(ProcFile.folder(quiet.pid()))) {
            assertThat(files.count()).isEqualTo(new File("/proc/" + quiet.pid() + "/fd").list().length).isGreaterThanOrEqualTo(3);
            String limit = quiet.lines("limits").stream().filter(line -> line.startsWith("Max open files")).findFirst().orElseThrow();
            assertThat(files.limit()).isEqualTo(Long.parseLong(limit.split("\\s{2,}")[1]));
        }
    }

    @Test
    void shouldSeeAFileOpenAndClose() throws IOException {
        try (OpenFiles files = new OpenFiles(ProcFile.ownFolder())) {
            for (int i = 0; i < TRIES; i++) {
                files.refresh();
                long before = files.count();
                long opened = countWithOneMore(files);
                files.refresh();
                // Other threads close files too, as those of a process that has just ended.
                if (files.count() == before) {
                    assertThat(opened).isEqualTo(before + 1);
                    return;
                }
            }
        }
        throw new AssertionError("the count did not come back");
    }

    private static long countWithOneMore(OpenFiles files) throws IOException {
        try (RandomAccessFile more = new RandomAccessFile("/proc/self/stat", "r")) {
            files.refresh();
            assertThat(more.getFD().valid()).isTrue();
            return files.count();
        }
    }

    @Test
    void shouldAllocateNothingWhereTheSizeIsTheCount() {
        try (OpenFiles files = new OpenFiles(ProcFile.ownFolder())) {
            Assumptions.assumeTrue(files.missing().isEmpty());
            Allocations.assertNone(files::refresh);
        }
    }

    @Test
    void shouldListTheDirectoryWhereItsSizeIsNoCount() {
        FakeMachine machine = new FakeMachine(folder).process("7", "java", 7).process("self", "java", 8);
        try (OpenFiles files = new OpenFiles(new File(machine.root(), "proc/7"))) {
            assertThat(files.count()).isEqualTo(4);
            assertThat(files.limit()).isEqualTo(1024);
            assertThat(files.missing()).isEqualTo("counting open files lists a directory and allocates (Linux before 6.2)");
            machine.file("proc/7/fd/4", "");
            files.refresh();
            assertThat(files.count()).isEqualTo(5);
        }
        try (OpenFiles own = new OpenFiles(new File(machine.root(), "proc/self"))) {
            assertThat(own.count()).as("without the descriptor of the listing").isEqualTo(3);
        }
    }

    @Test
    void shouldLookAtTheLimitAgainAfterSixtyReadings() {
        FakeMachine machine = new FakeMachine(folder).process("7", "java", 7);
        try (OpenFiles files = new OpenFiles(new File(machine.root(), "proc/7"))) {
            machine.file("proc/7/limits", "Max open files            unlimited            unlimited            files\n");
            for (int i = 1; i < OpenFiles.READINGS_PER_LIMIT; i++) {
                files.refresh();
                assertThat(files.limit()).isEqualTo(1024);
            }
            files.refresh();
            assertThat(files.limit()).as("unlimited").isEqualTo(Sample.ABSENT);
        }
    }

    @Test
    void shouldSayWhichDirectoryCannotBeRead() throws IOException {
        Files.createDirectories(folder.resolve("proc/7"));
        File process = folder.resolve("proc/7").toFile();
        try (OpenFiles files = new OpenFiles(process)) {
            assertThat(files.count()).isEqualTo(Sample.ABSENT);
            assertThat(files.limit()).isEqualTo(Sample.ABSENT);
            assertThat(files.missing()).isEqualTo("no open files (" + process + "/fd cannot be read)");
        }
    }
}
