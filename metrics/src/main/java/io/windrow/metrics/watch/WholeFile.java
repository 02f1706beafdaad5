package io.windrow.metrics.watch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file whole or not at all. */
public final class WholeFile {

    private WholeFile() {
    }

    /**
     * Writes a temporary file beside the target, forces it to the disk, and moves it onto the target in one step. If anything fails the
     * target is as it was and the temporary file is gone.
     *
     * @param file the target; its folder exists.
     * @param text the content, stored as UTF-8.
     * @throws IOException if it cannot be saved; one line that names the file and the cause.
     */
    public static void write(Path file, String text) throws IOException {
        Path target = file.toAbsolutePath();
        Path beside = null;
        try {
            requireReplaceable(target);
            beside = target.resolveSibling(target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
            fill(beside, text.getBytes(StandardCharsets.UTF_8));
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException e) {
            remove(beside);
            throw new IOException("the file cannot be saved: file=" + file + " (" + cause(e) + ")", e);
        }
    }

    /** Moving a file onto a device or a folder would put it away, not write to it. */
    private static void requireReplaceable(Path target) throws IOException {
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new IOException("not a regular file");
        }
    }

    private static void fill(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            // Without it a full disk may show only after the move.
            channel.force(true);
        }
    }

    private static void remove(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // The first error is the one to tell.
            return;
        }
    }

    private static String cause(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
