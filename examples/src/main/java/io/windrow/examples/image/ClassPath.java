package io.windrow.examples.image;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The files of a class path by their names, such as {@code io/windrow/A.class}; of two with one name the first holds. */
final class ClassPath implements AutoCloseable {

    private final Map<String, Content> files = new LinkedHashMap<>();
    private final List<JarFile> jars = new ArrayList<>();

    /**
     * Reads the names.
     *
     * @param entries jars and folders, as the virtual machine takes them; those that are not there count as empty.
     * @throws IOException if one cannot be read.
     */
    ClassPath(String entries) throws IOException {
        for (String entry : entries.split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                addFolder(path);
            } else if (Files.exists(path)) {
                addJar(new JarFile(path.toFile()));
            }
        }
    }

    private void addFolder(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                files.putIfAbsent(folder.relativize(file).toString().replace(File.separatorChar, '/'), () -> Files.readAllBytes(file));
            }
        }
    }

    private void addJar(JarFile jar) {
        jars.add(jar);
        jar.stream().filter(entry -> !entry.isDirectory()).forEach(entry -> files.putIfAbsent(entry.getName(), () -> {
            try (InputStream in = jar.getInputStream(entry)) {
                return in.readAllBytes();
            }
        }));
    }

    Set<String> names() {
        return files.keySet();
    }

    byte[] read(String name) throws IOException {
        return files.get(name).read();
    }

    @Override
    public void close() throws IOException {
        for (JarFile jar : jars) {
            jar.close();
        }
    }

    /** Bytes that are read when they are asked for. */
    private interface Content {
        byte[] read() throws IOException;
    }
}
