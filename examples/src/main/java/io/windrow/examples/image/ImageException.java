package io.windrow.examples.image;

/** An image that cannot be built or used, said in one sentence. */
public final class ImageException extends Exception {

    private static final long serialVersionUID = 1L;

    ImageException(String message) {
        super(message);
    }

    ImageException(String message, Throwable cause) {
        super(message, cause);
    }
}
