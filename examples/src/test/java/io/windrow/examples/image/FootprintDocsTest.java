package io.windrow.examples.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.examples.CompiledBlocks;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guide to the footprint says of each flag what it buys and what it gives up. */
class FootprintDocsTest {

    /** Needed by the JVM to take another flag; they do nothing themselves. */
    private static final List<String> UNLOCK = List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:+UnlockExperimentalVMOptions");
    private static final Pattern FLAG_ROW = Pattern.compile("(?m)^\\| `(-[^|]*)`[^|]*\\|");

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void shouldNameEachFlagOfTheProfile(int feature) throws IOException {
        String guide = CompiledBlocks.text("docs/footprint.md");
        List<String> flags = Stream.concat(SmallProfile.flags(feature).stream(), SmallProfile.environment().stream()).toList();
        assertThat(flags).allSatisfy(flag -> assertThat(UNLOCK.contains(flag) || guide.contains(flag)).as(flag).isTrue());
    }

    @Test
    void shouldNameNoFlagThatIsNotOfTheProfile() throws IOException {
        Matcher row = FLAG_ROW.matcher(CompiledBlocks.text("docs/footprint.md"));
        int rows = 0;
        while (row.find()) {
            rows++;
            for (String flag : row.group(1).replace("`, `", " ").split(" ")) {
                assertThat(isHeap(flag) || SmallProfile.flags(25).contains(flag) || flag.startsWith("--strip")).as(flag).isTrue();
            }
        }
        assertThat(rows).isGreaterThan(5);
    }

    private static boolean isHeap(String flag) {
        return flag.matches("-Xm[sx]" + SmallProfile.heap(17));
    }
}
