package io.windrow.examples.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagePlaceTest {

    @TempDir
    private Path folder;

    @Test
    void shouldRefuseAFolderWithOtherThingsInIt() throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        Files.writeString(out.resolve("letter.txt"), "dear");
        assertThatThrownBy(() -> ImagePlace.of(out)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("out must be an image, an empty folder or a name that is free: out=" + out);
        Path file = out.resolve("letter.txt");
        assertThatThrownBy(() -> ImagePlace.of(file)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("out must be an image, an empty folder or a name that is free: out=" + file);
        assertThat(file).hasContent("dear");
    }

    @Test
    void shouldRefuseWhereNoFolderCanBe() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> ImagePlace.of(file.resolve("sub").resolve("out"))).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("out must be where a folder can be made: out=" + file.resolve("sub").resolve("out"));
        assertThatThrownBy(() -> ImagePlace.of(Path.of("/"))).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("out must be a folder that can be replaced: out=/");
    }

    @Test
    void shouldReplaceAnImageAsAWhole() throws IOException {
        Path out = image(folder.resolve("out"), "old");
        ImagePlace place = ImagePlace.of(out);
        Path part = place.begin();
        place.take(image(part.resolve("image"), "new"), part);
        ImagePlace.delete(part);
        assertThat(out.resolve("bin").resolve("java")).hasContent("new");
        assertThat(folder).isDirectoryNotContaining(file -> !file.equals(out));
    }

    @Test
    void shouldTakeTheNameOfAnEmptyFolder() throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        ImagePlace place = ImagePlace.of(out);
        Path part = place.begin();
        place.take(image(part.resolve("image"), "new"), part);
        assertThat(out.resolve("bin").resolve("java")).hasContent("new");
    }

    @Test
    void shouldKeepTheImageThatIsThereIfTheNewOneCannotTakeItsPlace() throws IOException {
        Path out = image(folder.resolve("out"), "old");
        ImagePlace place = ImagePlace.of(out);
        Path part = place.begin();
        assertThatThrownBy(() -> place.take(part.resolve("image"), part)).isInstanceOf(IOException.class);
        assertThat(out.resolve("bin").resolve("java")).hasContent("old");
    }

    @Test
    void shouldDeleteWhatABuildHasLeftWhoseProcessIsGone() throws IOException {
        Path gone = image(folder.resolve(".out.part-999999999"), "half");
        Path other = Files.createDirectory(folder.resolve(".out.part-letters"));
        Path running = Files.createDirectory(folder.resolve(".out.part-" + ProcessHandle.current().parent().orElseThrow().pid()));
        Path part = ImagePlace.of(folder.resolve("out")).begin();
        assertThat(gone).doesNotExist();
        assertThat(other).exists();
        assertThat(running).exists();
        assertThat(part).isEmptyDirectory();
    }

    @Test
    void shouldTakeAnUnfinishedImageForNone() throws IOException {
        Path half = image(folder.resolve("half"), "half");
        Files.delete(half.resolve(ImageFacts.FILE));
        assertThatThrownBy(() -> SmallImage.open(half)).isInstanceOf(ImageException.class).hasMessage("there is no image: image=" + half);
        assertThatThrownBy(() -> ImagePlace.of(half)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Path image(Path image, String java) throws IOException {
        Files.createDirectories(image.resolve("bin"));
        Files.writeString(image.resolve("bin").resolve("java"), java);
        Files.writeString(image.resolve(ImageFacts.FILE), "");
        return image;
    }
}
