package io.windrow.examples.image;

import io.windrow.examples.run.EngineMain;
import io.windrow.examples.soak.child.SoakProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The classes that the engine can come to by name, of those on the class path, and the other files beside them. Command line, reports and
 * the larger part of the libraries are not among them.
 */
final class EngineClasses {

    private static final String CLASS = ".class";
    private static final Set<String> MAINS = Set.of(EngineMain.class.getName(), SoakProcess.class.getName());

    /** What Prometheus writes its binary format with, two thirds of all there is; it does without where it is not found. */
    private static final List<String> LEFT_OUT = List.of("io/prometheus/metrics/shaded/",
        "io/prometheus/metrics/expositionformats/internal/", "io/prometheus/metrics/expositionformats/generated/");

    private final Map<String, byte[]> files;

    private EngineClasses(Map<String, byte[]> files) {
        this.files = files;
    }

    static EngineClasses of(ClassPath path) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>();
        MAINS.forEach(main -> open.add(main.replace('.', '/') + CLASS));
        while (!open.isEmpty()) {
            String name = open.remove();
            if (!files.containsKey(name) && path.names().contains(name) && LEFT_OUT.stream().noneMatch(name::startsWith)) {
                byte[] file = path.read(name);
                files.put(name, file);
                ClassNames.each(file, word -> open.add(word + CLASS));
            }
        }
        addResources(path, files);
        return new EngineClasses(files);
    }

    /** What lies in the folder of a package or below it. */
    private static void addResources(ClassPath path, Map<String, byte[]> files) throws IOException {
        Set<String> packages = new TreeSet<>();
        files.keySet().forEach(name -> packages.add(folder(name)));
        for (String name : path.names()) {
            if (!name.endsWith(CLASS) && isBelow(packages, folder(name))) {
                files.put(name, path.read(name));
            }
        }
    }

    private static boolean isBelow(Set<String> packages, String folder) {
        String part = folder;
        while (!part.isEmpty() && !packages.contains(part)) {
            part = folder(part);
        }
        return !part.isEmpty();
    }

    private static String folder(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }

    Set<String> names() {
        return files.keySet();
    }

    void writeTo(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
    }

    /** Changes with any of the files and with the recipe, which is what else decides how an image turns out. */
    String fingerprint(String recipe) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(recipe.getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                digest.update((file.getKey() + '\n' + file.getValue().length + '\n').getBytes(StandardCharsets.UTF_8));
                digest.update(file.getValue());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
