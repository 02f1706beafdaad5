package io.windrow.examples.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClassArchiveTest {

    @Test
    void shouldAskForNineteenOfTwentyClasses() {
        assertThat(new ClassArchive.Use(1_000, 950, 0).isEnough()).isTrue();
        assertThat(new ClassArchive.Use(1_000, 949, 0).isEnough()).isFalse();
    }
}
