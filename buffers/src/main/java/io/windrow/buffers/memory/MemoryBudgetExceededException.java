package io.windrow.buffers.memory;

/** Thrown when a block would take the memory above its budget; nothing was allocated then. */
public final class MemoryBudgetExceededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message the rule and the values that broke it.
     */
    public MemoryBudgetExceededException(String message) {
        super(message);
    }

    MemoryBudgetExceededException(String message, Throwable cause) {
        super(message, cause);
    }
}
