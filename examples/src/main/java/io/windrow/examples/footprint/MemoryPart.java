package io.windrow.examples.footprint;

/** What resident memory is used for. Every page of a process belongs to one of them. */
public enum MemoryPart {
    /** Code and constants of libjvm, as in its file. */
    LIBJVM("libjvm", "libjvm, code and constants", "e5"),
    /** Data of libjvm: what the loader and the JVM have written. */
    LIBJVM_DATA("libjvmData", "libjvm, data", "e5 light"),
    /** Pages of the class archive as in its file. */
    ARCHIVE("archive", "class archive, as in the file", "e1"),
    /** Pages of the class archive that were written to. */
    ARCHIVE_PRIVATE("archivePrivate", "class archive, written to", "e1 light"),
    /** Touched pages of the Java heap. */
    HEAP("heap", "Java heap, touched", "e0"),
    /** Classes that are not in the archive. */
    METASPACE("metaspace", "metaspace", "e1 faint"),
    /** Compiled code, stubs and the interpreter. */
    CODE("code", "code cache", "e3"),
    /** What the ledger says is off the heap. */
    OFF_HEAP("offHeap", "off-heap, by the ledger", "e2"),
    /** Stacks of threads. */
    STACKS("stacks", "thread stacks", "e4"),
    /** The C library's heap: what the JVM allocates for itself, beside the ledger. */
    MALLOC("malloc", "C heap (malloc)", "e6"),
    /** Memory without a name: tables of the JVM and of the collector, large blocks of the C heap. */
    NAMELESS("nameless", "other anonymous memory", "e6 light"),
    /** The file of the runtime's modules. */
    MODULES("modules", "runtime's modules file", "e3 light"),
    /** Libraries of the JDK and of the system, and the executable. */
    LIBRARIES("libraries", "other libraries", "e5 faint"),
    /** All else: jars, counters, locales, what the kernel maps. */
    REST("rest", "the rest", "e4 light");

    private final String key;
    private final String label;
    private final String style;

    MemoryPart(String key, String label, String style) {
        this.key = key;
        this.label = label;
        this.style = style;
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

    /** Its colour in the style sheet; what belongs together has one hue. */
    String style() {
        return style;
    }
}
