package io.windrow.examples.image;

import io.windrow.examples.prove.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Builds an image: links it, trains and writes its archive, and checks that the archive is used. */
final class ImageBuilder {

    static final int STEPS = 4;

    private final ImagePlace place;
    private final Jdk jdk;
    private final EngineClasses classes;
    private final Progress progress;

    ImageBuilder(ImagePlace place, Jdk jdk, EngineClasses classes, Progress progress) {
        this.place = place;
        this.jdk = jdk;
        this.classes = classes;
        this.progress = progress;
    }

    /** What an image of these classes and this JDK has as its fingerprint. */
    static String fingerprint(EngineClasses classes, int feature) {
        return classes.fingerprint(Launchers.engine() + Launchers.jvm(feature) + EngineModule.description());
    }

    /**
     * Builds it.
     *
     * @throws ImageException if a step fails; there is then what was there before.
     */
    void build() throws ImageException, IOException {
        Path part = place.begin();
        Thread cleaner = new Thread(() -> clean(part), "clean-image");
        Runtime.getRuntime().addShutdownHook(cleaner);
        try {
            place.take(build(part), part);
        } finally {
            progress.finish();
            ImagePlace.delete(part);
            Runtime.getRuntime().removeShutdownHook(cleaner);
        }
    }

    private Path build(Path part) throws ImageException, IOException {
        Path image = part.resolve("image");
        progress.begin("link");
        EngineModule.link(jdk, classes, Files.createDirectory(part.resolve("module")), image);
        Launchers.write(image, jdk.feature());
        ClassArchive archive = new ClassArchive(image, part);
        progress.begin("train");
        archive.train(progress::at);
        progress.begin("archive");
        archive.write();
        progress.begin("check");
        ClassArchive.Use use = archive.check(progress::at);
        new ImageFacts(jdk.version(), System.getProperty("os.name"), System.getProperty("os.arch"), fingerprint(classes, jdk.feature()),
            ImagePlace.bytes(image), archive.bytes(), archive.checksum(), use.loaded(), use.shared(), use.peakBytes()).write(image);
        return image;
    }

    private static void clean(Path part) {
        try {
            ImagePlace.delete(part);
        } catch (IOException e) {
            // The next build of this image deletes it.
        }
    }
}
