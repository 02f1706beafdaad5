package io.windrow.pipeline.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The members of a gzip file, one after another. The JDK's stream takes anything behind a complete member that is no further one for
 * the end; here that is an error, as a damaged header would otherwise cut the data off in silence.
 */
final class GzipMembers extends GZIPInputStream {

    /** Small, as what it reads from is buffered: this one is made anew for each file. */
    private static final int BUFFER_BYTES = 4 * 1024;
    private static final int TRAILER_BYTES = 8;

    GzipMembers(InputStream in) throws IOException {
        super(in, BUFFER_BYTES);
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
        boolean ended = eos;
        int count = super.read(into, at, length);
        if (count < 0 && !ended && (inf.getRemaining() > TRAILER_BYTES || in.read() >= 0)) {
            throw new ZipException("no gzip member behind the last");
        }
        return count;
    }
}
