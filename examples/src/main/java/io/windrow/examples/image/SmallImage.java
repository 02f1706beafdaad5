package io.windrow.examples.image;

import io.windrow.examples.prove.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An image that is there and fits the code. */
public final class SmallImage {

    private final Path folder;
    private final ImageFacts facts;

    private SmallImage(Path folder, ImageFacts facts) {
        this.folder = folder;
        this.facts = facts;
    }

    /**
     * The folder of an image where none is named: {@code target/image-VERSION} of the project.
     *
     * @param jdkHome the JDK that it is linked from.
     * @return the folder, which need not be there.
     * @throws IllegalArgumentException if this is no JDK that an image can be linked from.
     */
    public static Path defaultFolder(Path jdkHome) {
        return Path.of(System.getProperty("windrow.root", ""), "target", "image-" + Jdk.of(jdkHome).feature()).toAbsolutePath();
    }

    /**
     * Builds an image; one that is there is replaced.
     *
     * @param out      its folder.
     * @param jdkHome  the JDK that it is linked from.
     * @param terminal whether the error stream, which shows the progress, is a terminal.
     * @return the image.
     * @throws IllegalArgumentException if the folder or the JDK cannot be used.
     * @throws ImageException           if a step of the building fails.
     */
    public static SmallImage build(Path out, Path jdkHome, boolean terminal) throws ImageException {
        Jdk jdk = Jdk.of(jdkHome);
        ImagePlace place = ImagePlace.of(out);
        try {
            new ImageBuilder(place, jdk, classes(), new Progress(System.err, terminal, ImageBuilder.STEPS)).build();
            return new SmallImage(place.folder(), ImageFacts.read(place.folder()));
        } catch (IOException e) {
            throw new ImageException("the image cannot be written: out=" + out + " (" + e + ")", e);
        }
    }

    /**
     * Takes an image that is there.
     *
     * @param folder its folder.
     * @return the image.
     * @throws ImageException if it is none, is damaged, does not fit the code or does not run here.
     */
    public static SmallImage open(Path folder) throws ImageException {
        ImageFacts facts = ImageFacts.read(folder);
        SmallImage image = new SmallImage(folder.toAbsolutePath().normalize(), facts);
        try {
            require(facts.isForThisMachine(), "the image is for another machine, " + facts.os() + " " + facts.arch(), folder);
            require(facts.fingerprint().equals(ImageBuilder.fingerprint(classes(), facts.feature())), "the image is of other code", folder);
            require(facts.archiveSum() == new ClassArchive(folder, folder).checksum(), "the archive of the image is damaged", folder);
            image.tryOut();
            return image;
        } catch (IOException e) {
            throw new ImageException("the image does not run here: image=" + folder + " (" + e.getMessage() + ")", e);
        }
    }

    /**
     * Takes the image in the default folder of the JDK that runs this. If it is missing or cannot be taken, it is built, and it is said
     * why.
     *
     * @param terminal whether the error stream, which shows the progress, is a terminal.
     * @return the image.
     * @throws IllegalArgumentException if the folder or the JDK cannot be used.
     * @throws ImageException           if a step of the building fails.
     */
    public static SmallImage ready(boolean terminal) throws ImageException {
        return ready(Jdk.own(), terminal);
    }

    /**
     * Takes the image in the default folder of a JDK. If it is missing or cannot be taken, it is built, and it is said why.
     *
     * @param jdkHome  the JDK that it is linked from.
     * @param terminal whether the error stream, which shows the progress, is a terminal.
     * @return the image.
     * @throws IllegalArgumentException if the folder or the JDK cannot be used.
     * @throws ImageException           if a step of the building fails.
     */
    public static SmallImage ready(Path jdkHome, boolean terminal) throws ImageException {
        Path folder = defaultFolder(jdkHome);
        try {
            return open(folder);
        } catch (ImageException e) {
            System.err.println("windrow: " + e.getMessage() + "; it is built now");
            return build(folder, jdkHome, terminal);
        }
    }

    private void tryOut() throws ImageException, IOException {
        Tool.Said said = Tool.run(List.of(jvm().toString(), Launchers.engineClass()), Map.of("WINDROW_OPTS", "-Xshare:on --dry-run"));
        require(said.exit() == 0, "the image does not run here (" + said.reason() + ")", folder);
    }

    private static EngineClasses classes() throws IOException {
        try (ClassPath path = new ClassPath(System.getProperty("java.class.path"))) {
            return EngineClasses.of(path);
        }
    }

    private static void require(boolean holds, String rule, Path folder) throws ImageException {
        if (!holds) {
            throw new ImageException(rule + ": image=" + folder);
        }
    }

    /**
     * Where it is.
     *
     * @return the folder.
     */
    public Path folder() {
        return folder;
    }

    /**
     * What is known of it.
     *
     * @return the facts.
     */
    public ImageFacts facts() {
        return facts;
    }

    /**
     * The script that starts the engine; its arguments are those of {@link io.windrow.examples.run.EngineMain}.
     *
     * @return the file.
     */
    public Path engine() {
        return folder.resolve("bin").resolve(Launchers.ENGINE);
    }

    /**
     * The script that starts another program of the engine's module: the first argument is {@code io.windrow.engine/CLASS}.
     *
     * @return the file.
     */
    public Path jvm() {
        return folder.resolve("bin").resolve(Launchers.JVM);
    }
}
