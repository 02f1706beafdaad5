package io.windrow.metrics.http;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/** A file of the jar, read again for each request: nobody looks at the page for most of an engine's life, and it would cost memory. */
final class ResourcePage implements Handler {

    private static final int CHUNK_BYTES = 8 * 1024;

    private final String resource;
    private final String type;
    private final boolean cacheable;

    ResourcePage(String resource, String type, boolean cacheable) {
        this.resource = resource;
        this.type = type;
        this.cacheable = cacheable;
    }

    @Override
    public void answer(Request request, Answer answer) throws IOException {
        answer.type(type);
        if (cacheable) {
            answer.cacheable();
        }
        try (InputStream in = ResourcePage.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException(resource);
            }
            byte[] chunk = new byte[CHUNK_BYTES];
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                answer.body().write(chunk, 0, count);
            }
        }
    }
}
