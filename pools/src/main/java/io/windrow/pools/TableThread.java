package io.windrow.pools;

/** The one thread that may use a {@link SlotTable}, and whether the table is closed: both are found with one comparison. */
final class TableThread {

    private final String table;
    private volatile boolean closed;
    /** The only thread that passes without a closer look; null where there is none yet, or the table is closed. */
    private Thread owner;

    TableThread(String table) {
        this.table = table;
    }

    void enter() {
        if (Thread.currentThread() != owner) {
            bind();
        }
    }

    /** Lets any thread pass before one has made the table its own. */
    void requireFree() {
        requireOpen();
        if (owner != null) {
            enter();
        }
    }

    void unbind() {
        owner = null;
    }

    /** True for the first caller. */
    synchronized boolean close() {
        boolean first = !closed;
        closed = true;
        unbind();
        return first;
    }

    private void bind() {
        requireOpen();
        if (owner != null) {
            throw new IllegalStateException("table is bound to another thread: table=" + table + ", bound=" + owner.getName() + ", this="
                + Thread.currentThread().getName());
        }
        owner = Thread.currentThread();
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("table is closed: table=" + table);
        }
    }
}
