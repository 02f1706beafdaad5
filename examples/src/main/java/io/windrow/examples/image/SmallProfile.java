package io.windrow.examples.image;

import java.util.ArrayList;
import java.util.List;

/** How the virtual machine is started in the profile small: its flags and its environment, with what each buys. */
public final class SmallProfile {

    private static final int CLASS_FILE_API = 24;

    private SmallProfile() {
    }

    /**
     * The size of the Java heap where {@code WINDROW_HEAP} does not set it: what lives, and as much again. With less the JDK from 24 on
     * collects all of it several times at the start.
     *
     * @param feature the JDK's version, such as 17.
     * @return the size as a flag has it.
     */
    public static String heap(int feature) {
        return feature >= CLASS_FILE_API ? "6m" : "4m";
    }

    /**
     * The flags, without the heap's size and the archive.
     *
     * @param feature the JDK's version, such as 17.
     * @return the flags in the order of the command line.
     */
    public static List<String> flags(int feature) {
        List<String> flags = new ArrayList<>();
        // The smallest collector: no tables beside the heap, no threads of its own.
        flags.add("-XX:+UseSerialGC");
        // Next to nothing is allocated, so a small young generation is enough, and only what is used becomes resident.
        flags.add("-Xmn1m");
        // Otherwise it is as large as the heap, which is too small for the windows. A limit costs nothing.
        flags.add("-XX:MaxDirectMemorySize=1g");
        // The second compiler takes 2.5 to 6 MB while it works.
        flags.add("-XX:TieredStopAtLevel=1");
        flags.add("-XX:CICompilerCount=1");
        // Start-up code is not worth its compilation: 2 MB less.
        flags.add("-XX:CompileThresholdScaling=20");
        flags.add("-XX:ReservedCodeCacheSize=8m");
        flags.add("-XX:-SegmentedCodeCache");
        flags.add("-Xss256k");
        // The table has 65,536 places otherwise, 0.5 MB.
        flags.add("-XX:StringTableSize=1024");
        // As that one, 0.3 MB: the archive has a table of its own for the symbols in it. Experimental on 17.
        flags.add("-XX:+UnlockExperimentalVMOptions");
        flags.add("-XX:SymbolTableSize=1024");
        // The archive is mapped where it was made for. Elsewhere every page of it would be written, and so be private memory. The price:
        // its address is the same in every run.
        flags.add("-XX:+UnlockDiagnosticVMOptions");
        flags.add("-XX:ArchiveRelocationMode=0");
        // What the JDK takes on Linux anyway, without a search through its services: 80 classes less on a class path.
        flags.add("-Djava.nio.channels.spi.SelectorProvider=sun.nio.ch.EPollSelectorProvider");
        if (feature >= CLASS_FILE_API) {
            // To compile this one method takes 6 MB, once, and the C library keeps them.
            flags.add("-XX:CompileCommand=quiet");
            flags.add("-XX:CompileCommand=exclude,jdk.internal.classfile.impl.StackMapGenerator::processBlock");
        }
        return flags;
    }

    /**
     * The environment.
     *
     * @return settings of the form {@code NAME=value}.
     */
    public static List<String> environment() {
        // One arena of the C library for all threads; and no files of a locale in memory.
        return List.of("MALLOC_ARENA_MAX=1", "LC_ALL=C");
    }

    /** The JDK's modules that the engine needs. */
    static List<String> modules() {
        return List.of("jdk.unsupported");
    }
}
