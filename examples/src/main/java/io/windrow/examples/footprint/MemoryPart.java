package io.windrow.examples.footprint;

/** What resident memory is used for. Every page of a process belongs to one of them. */
public enum MemoryPart {
    /** Code and constants of libjvm, as in its file. */
    LIBJVM("libjvm", "libjvm, code and constants"),
    /** Data of libjvm: what the loader and the JVM have written. */
    LIBJVM_DATA("libjvmData", "libjvm, data"),
    /** Pages of the class archive as in its file. */
    ARCHIVE("archive", "class archive, as in the file"),
    /** Pages of the class archive that were written to. */
    ARCHIVE_PRIVATE("archivePrivate", "class archive, written to"),
    /** Touched pages of the Java heap. */
    HEAP("heap", "Java heap, touched"),
    /** Classes that are not in the archive. */
    METASPACE("metaspace", "metaspace"),
    /** Compiled code, stubs and the interpreter. */
    CODE("code", "code cache"),
    /** What the ledger says is off the heap. */
    OFF_HEAP("offHeap", "off-heap, by the ledger"),
    /** Stacks of threads. */
    STACKS("stacks", "thread stacks"),
    /** The C library's heap: what the JVM allocates for itself, beside the ledger. */
    MALLOC("malloc", "C heap (malloc)"),
    /** Memory without a name: tables of the JVM and of the collector, large blocks of the C heap. */
    NAMELESS("nameless", "other anonymous memory"),
    /** The file of the runtime's modules. */
    MODULES("modules", "runtime's modules file"),
    /** Libraries of the JDK and of the system, and the executable. */
    LIBRARIES("libraries", "other libraries"),
    /** All else: jars, counters, locales, what the kernel maps. */
    REST("rest", "the rest");

    private final String key;
    private final String label;

    MemoryPart(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /**
     * Its name in JSON.
     *
     * @return such as {@code archivePrivate}.
     */
    public String key() {
        return key;
    }

    /**
     * Its name for people.
     *
     * @return a few words.
     */
    public String label() {
        return label;
    }
}
