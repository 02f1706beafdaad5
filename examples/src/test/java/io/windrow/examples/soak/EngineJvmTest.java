package io.windrow.examples.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EngineJvmTest {

    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String MAIN = "io.windrow.examples.soak.child.SoakProcess";

    @Test
    void shouldStartTheProfileDefaultWithNoFlag() {
        EngineJvm jvm = EngineJvm.plain();
        assertThat(jvm.command()).containsExactly(JAVA, "--add-exports", "java.base/jdk.internal.misc=ALL-UNNAMED", "-cp",
            System.getProperty("java.class.path"), MAIN);
        assertThat(jvm.flags()).isEmpty();
        assertThat(jvm.initial()).isEmpty();
        assertThat(jvm.settings()).isEmpty();
    }

    @Test
    void shouldStartTheProfileSoakWithATouchedHeapAndOneArena() {
        EngineJvm jvm = EngineJvm.soak(EngineJvm.FLAGS);
        assertThat(jvm.command()).startsWith(JAVA).containsAll(jvm.flags()).endsWith("-cp", System.getProperty("java.class.path"), MAIN);
        assertThat(jvm.flags()).contains("-Xms16m", "-Xmx16m", "-XX:+AlwaysPreTouch", "-XX:-UseDynamicNumberOfCompilerThreads");
        assertThat(jvm.initial()).isEqualTo(Map.of("MALLOC_ARENA_MAX", "1", "MALLOC_MMAP_THRESHOLD_", "65536"));
        assertThat(jvm.settings()).isEmpty();
    }

    @Test
    void shouldTakeOtherFlagsInPlaceOfThoseOfTheProfileSoak() {
        assertThat(EngineJvm.soak(" -Xmx32m  -XX:+UseG1GC ").flags()).endsWith("-Xmx32m", "-XX:+UseG1GC")
            .doesNotContain("", "-Xms16m", "-XX:+UseSerialGC");
    }

    @Test
    void shouldStartTheProfileSmallByItsScriptAlone() {
        EngineJvm jvm = EngineJvm.small(Path.of("image/bin/windrow-jvm"), "");
        assertThat(jvm.command()).containsExactly("image/bin/windrow-jvm", "io.windrow.engine/" + MAIN);
        assertThat(jvm.flags()).isEmpty();
        assertThat(jvm.initial()).isEmpty();
        assertThat(jvm.settings()).isEqualTo(Map.of("WINDROW_OPTS", ""));
    }

    @Test
    void shouldAddFlagsBehindThoseOfTheProfileSmall() {
        EngineJvm jvm = EngineJvm.small(Path.of("image/bin/windrow-jvm"), "-Xlog:gc  -XX:+AlwaysPreTouch");
        assertThat(jvm.flags()).containsExactly("-Xlog:gc", "-XX:+AlwaysPreTouch");
        assertThat(jvm.settings()).isEqualTo(Map.of("WINDROW_OPTS", "-Xlog:gc -XX:+AlwaysPreTouch"));
    }

    @Test
    void shouldKnowItsProfilesByName() {
        assertThat(SoakProfile.values()).allSatisfy(profile -> assertThat(SoakProfile.of(profile.key())).isSameAs(profile));
        assertThatThrownBy(() -> SoakProfile.of("SMALL")).hasMessage("profile must be soak, default or small: profile=SMALL");
    }
}
