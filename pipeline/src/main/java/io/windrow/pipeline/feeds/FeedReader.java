package io.windrow.pipeline.feeds;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the lines of all files once, decodes each and counts what became of it. */
final class FeedReader {

    private final List<Path> files;
    private final FeedOptions options;
    private final ReadProgress progress;
    private final LineReader lines;
    private final RowFields fields = new RowFields();

    FeedReader(List<Path> files, FeedOptions options, ReadProgress progress) {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("a feed must have a file: files=" + files);
        }
        this.files = List.copyOf(files);
        this.options = options;
        this.progress = progress;
        lines = new LineReader(progress);
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

    void read(FeedReport report, RowSink sink) throws IOException {
        LineDecoder decoder = options.newDecoder();
        try {
            for (Path file : files) {
                lines.open(file);
                sink.begin(symbol(file).getBytes(StandardCharsets.ISO_8859_1));
                readLines(decoder, report, sink);
            }
        } finally {
            lines.close();
        }
    }

    private void readLines(LineDecoder decoder, FeedReport report, RowSink sink) throws IOException {
        while (lines.next()) {
            if (lines.lineNumber() == 1) {
                decoder.restart();
            }
            report.line();
            LineStatus status = lines.problem() == null ? decoder.decode(lines.text(), lines.from(), lines.to(), fields)
                : fields.bad(lines.problem());
            while (status != null) {
                if (status == LineStatus.ROW) {
                    status = sink.accept(lines.text(), fields);
                }
                report.count(status, fields.reason(), lines);
                status = lines.problem() == null ? decoder.more(fields) : null;
            }
        }
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
