package io.windrow.examples.run;

import io.windrow.buffers.InstrumentRegistry;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where signals go, by the setting {@code sink}. */
final class Sinks {

    private Sinks() {
    }

    /**
     * Opens what signals are written to.
     *
     * @return null where they only count.
     * @throws IllegalArgumentException if the file cannot be written.
     */
    static SignalCsv open(RunSettings settings, InstrumentRegistry instruments) {
        return switch (settings.text(RunKey.SINK)) {
            case "log" -> new SignalCsv(instruments, new FileOutputStream(FileDescriptor.out));
            case "file" -> new SignalCsv(instruments, file(Path.of(settings.text(RunKey.SINK_FILE))));
            default -> null;
        };
    }

    /** Signals are added to what an earlier run has written. */
    private static OutputStream file(Path path) {
        try {
            boolean begun = Files.exists(path) && Files.size(path) > 0;
            OutputStream out = Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            if (!begun) {
                out.write(SignalCsv.HEADER.getBytes(StandardCharsets.US_ASCII));
            }
            return out;
        } catch (IOException e) {
            throw new IllegalArgumentException("sink-file must be a file that can be written: sink-file=" + path, e);
        }
    }
}
