package io.windrow.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;

/** A guide whose code is compiled. */
public record Guide(String document, String samples, int mostLines) {

    /** Fails if the guide shows code that is not compiled, or not all that is. */
    public void assertShowsTheSamples() throws IOException {
        assertThat(CompiledBlocks.ofDocument(document)).containsExactlyInAnyOrderElementsOf(CompiledBlocks.ofSources(samples));
    }

    /** Fails if a section is missing in the table of contents, or is not where it says. */
    public void assertListsItsSections() throws IOException {
        String guide = CompiledBlocks.text(document);
        String contents = guide.lines().filter(line -> line.startsWith("## "))
            .map(line -> "[" + line.substring(3) + "](#" + anchor(line.substring(3)) + ")").collect(Collectors.joining(" · "));
        assertThat(guide.replace('\n', ' ')).contains(" " + contents + "  ## ");
    }

    /** Fails if the guide has grown too long to be read. */
    public void assertIsShort() throws IOException {
        assertThat(CompiledBlocks.text(document).lines()).hasSizeLessThanOrEqualTo(mostLines);
    }

    /** As GitHub makes it of a title. */
    private static String anchor(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    }
}
