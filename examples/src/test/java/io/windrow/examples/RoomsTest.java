package io.windrow.examples;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** One arrow between the rooms, never back. */
class RoomsTest {

    private static final JavaClasses WINDROW = new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        // The rooms' helpers for tests, and their benchmarks, come as jars of their own.
        .withImportOption(location -> !location.contains("-tests.jar") && !location.contains("-jmh.jar"))
        .importPackages("io.windrow");

    @Test
    void shouldUseOnlyRoomsBelow() {
        layeredArchitecture().consideringOnlyDependenciesInLayers()
            .layer("examples").definedBy("io.windrow.examples..")
            .layer("metrics").definedBy("io.windrow.metrics..")
            .layer("pipeline").definedBy("io.windrow.pipeline..")
            .layer("pools").definedBy("io.windrow.pools..")
            .layer("buffers").definedBy("io.windrow.buffers..")
            .whereLayer("examples").mayNotBeAccessedByAnyLayer()
            .whereLayer("metrics").mayOnlyBeAccessedByLayers("examples")
            .whereLayer("pipeline").mayOnlyBeAccessedByLayers("metrics", "examples")
            .whereLayer("pools").mayOnlyBeAccessedByLayers("pipeline", "metrics", "examples")
            .whereLayer("buffers").mayOnlyBeAccessedByLayers("pools", "pipeline", "metrics", "examples")
            .check(WINDROW);
    }

    @Test
    void shouldSeeEveryRoom() {
        for (String room : new String[] {"buffers", "pools", "pipeline", "metrics", "examples"}) {
            assertThat(WINDROW.stream().map(JavaClass::getPackageName)).anyMatch(name -> name.startsWith("io.windrow." + room));
        }
    }

    @Test
    void shouldKeepMicrometerInTheMetricsRoom() {
        noClasses().that().resideOutsideOfPackages("io.windrow.metrics..", "io.windrow.examples..")
            .should().dependOnClassesThat().resideInAPackage("io.micrometer..").check(WINDROW);
    }

    @Test
    void shouldReferToTa4jAndTaLibOnlyWhereTheyAreAskedFor() {
        noClasses().that().resideOutsideOfPackages("io.windrow.buffers.ta4j..", "io.windrow.examples..")
            .should().dependOnClassesThat().resideInAnyPackage("org.ta4j..", "io.windrow.buffers.ta4j..").check(WINDROW);
        noClasses().that().resideOutsideOfPackages("io.windrow.buffers.talib..", "io.windrow.examples..")
            .should().dependOnClassesThat().resideInAnyPackage("com.tictactec..", "io.windrow.buffers.talib..").check(WINDROW);
    }

    @Test
    void shouldPlanWithoutAMemoryToAllocateFrom() {
        noClasses().that().resideInAPackage("io.windrow.examples.plan..")
            .should().dependOnClassesThat().haveNameMatching(".*\\.(OffHeapMemory|MemoryBlock|TradingPipeline)").check(WINDROW);
    }

    @Test
    void shouldKeepManagementBeansOutOfWhatRunsInAnEngine() {
        noClasses().that().resideInAnyPackage("io.windrow.buffers..", "io.windrow.pools..", "io.windrow.pipeline..")
            .should().dependOnClassesThat().resideInAnyPackage("java.lang.management..", "javax.management..", "java.util.regex..")
            .check(WINDROW);
    }
}
