package io.windrow.pipeline.feeds;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the lines of all files, decodes each and counts what became of it; stops at each row that is taken. */
final class FeedReader implements Closeable {

    private final List<Path> files;
    private final FeedOptions options;
    private final ReadProgress progress;
    private final LineReader lines;
    private final RowFields fields = new RowFields();
    private LineDecoder decoder;
    private int nextFile;
    /** Whether a line was decoded that may hold more rows. */
    private boolean inLine;

    FeedReader(List<Path> files, FeedOptions options, ReadProgress progress) {
        this.files = checked(files);
        this.options = options;
        this.progress = progress;
        lines = new LineReader(progress);
    }

    static List<Path> checked(List<Path> files) {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("a feed must have a file: files=" + files);
        }
        return List.copyOf(files);
    }

    /** Checks that all files are there, before any is read. */
    void begin(int passes) throws IOException {
        long bytes = 0;
        for (Path file : files) {
            TextInput.check(file);
            bytes += Files.size(file);
        }
        progress.begin(bytes * passes);
    }

    /** Reads all. */
    void read(FeedReport report, RowSink sink) throws IOException {
        rewind();
        try {
            while (next(report, sink)) {
                continue;
            }
        } finally {
            close();
        }
    }

    /** Goes back before the first line of the first file. */
    void rewind() throws IOException {
        lines.close();
        decoder = options.newDecoder();
        nextFile = 0;
        inLine = false;
    }

    /** Moves to the next row that the sink takes; false behind the last. */
    boolean next(FeedReport report, RowSink sink) throws IOException {
        while (true) {
            LineStatus status = inLine ? decoder.more(fields) : null;
            if (status == null) {
                if (!nextLine(sink)) {
                    return false;
                }
                report.line();
                status = decode();
            }
            if (status == LineStatus.ROW) {
                status = sink.accept(lines.text(), fields);
            }
            report.count(status, fields, lines);
            if (status == LineStatus.ROW) {
                return true;
            }
        }
    }

    /** The parts of the row, until the next. */
    RowFields fields() {
        return fields;
    }

    /** The bytes of the row, until the next. */
    byte[] text() {
        return lines.text();
    }

    private LineStatus decode() {
        inLine = lines.problem() == null;
        return inLine ? decoder.decode(lines.text(), lines.from(), lines.to(), fields) : fields.bad(lines.problem());
    }

    private boolean nextLine(RowSink sink) throws IOException {
        inLine = false;
        while (!lines.next()) {
            if (nextFile == files.size()) {
                return false;
            }
            Path file = files.get(nextFile++);
            lines.open(file);
            sink.begin(symbol(file).getBytes(StandardCharsets.ISO_8859_1));
        }
        if (lines.lineNumber() == 1) {
            decoder.restart();
        }
        return true;
    }

    /** Closes the file. There is no next row then. */
    @Override
    public void close() throws IOException {
        nextFile = files.size();
        inLine = false;
        lines.close();
    }

    private String symbol(Path file) {
        return options.symbol() != null ? options.symbol() : symbolOf(file.getFileName().toString());
    }

    /** {@code BTCUSDT} of {@code BTCUSDT-trades-2024-08.zip}; all of a name that begins with one of the three characters. */
    static String symbolOf(String fileName) {
        for (int i = 0; i < fileName.length(); i++) {
            char c = fileName.charAt(i);
            if (c == '-' || c == '_' || c == '.') {
                return i == 0 ? fileName : fileName.substring(0, i);
            }
        }
        return fileName;
    }
}
