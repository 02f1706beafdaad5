package io.windrow.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoakTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--days 0           | days must be 1 to 1000: days=0",
        "--rate 0           | rate must be 1 to 1000000: rate=0",
        "--trades 9999      | trades must be at least 10000: trades=9999",
        "--instruments 0    | instruments must be 1 to 10000: instruments=0",
        "--minutes -1       | minutes must be 0 or more: minutes=-1.0",
        "--allow 101        | allow must be 0 to 100: allow=101.0",
        "--plant weeds      | plant must be one of none, off-heap, native, heap, files, threads, pool: plant=weeds",
        "--json no/such.txt | json must be in a folder that is there: json=no/such.txt"})
    void shouldRefuseWhatIsWrong(String options, String message) {
        String[] words = options.split(" ");
        CommandLineRun run = CommandLineRun.here("soak", words[0], words[1]);
        assertThat(run.exit).isEqualTo(2);
        assertThat(run.err).startsWith("windrow: " + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--profile large                     | profile must be soak, default or small: profile=large",
        "--profile default --jvm -Xmx8m      | jvm goes with profile soak or small: profile=default, jvm=-Xmx8m",
        "--profile default --image some      | image goes with profile small: profile=default, image=some",
        "--image some                        | image goes with profile small: profile=soak, image=some",
        "--profile small --image no/such     | there is no image: image=no/such; windrow image builds one"})
    void shouldRefuseAProfileThatIsWrongOrHasNoImage(String options, String message) {
        String[] words = ("soak " + options).split(" ");
        CommandLineRun run = CommandLineRun.here(words);
        assertThat(run.exit).isEqualTo(2);
        assertThat(run.err).startsWith("windrow: " + message);
    }

    @Test
    void shouldNameItsExitCodesAndNotItsFaults() {
        CommandLineRun run = CommandLineRun.here("soak", "--help");
        assertThat(run.exit).isZero();
        assertThat(run.out).contains("5 inconclusive, which is not a pass").doesNotContain("--plant");
    }
}
