package io.windrow.metrics.junit;

import io.windrow.buffers.memory.OffHeapMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What this process holds at a moment.
 *
 * @param offHeapBytes bytes of each owner in the ledger.
 * @param openFiles    how many descriptors lead to each file, pipe or socket.
 * @param threads      live threads.
 */
record Holdings(Map<String, Long> offHeapBytes, Map<String, Integer> openFiles, Set<Thread> threads) {

    private static final String COMMON_POOL = "ForkJoinPool.commonPool-";

    static Holdings now() {
        Map<String, Long> bytes = new TreeMap<>();
        OffHeapMemory.forEachProcessOwner((tag, blocks, held) -> bytes.put(tag, held));
        return new Holdings(bytes, Descriptors.byTarget(), Thread.getAllStackTraces().keySet());
    }

    List<String> leaksSince(Holdings before, LeakFree settings) {
        List<String> leaks = new ArrayList<>();
        if (settings.offHeap()) {
            addOffHeap(before, leaks);
        }
        if (settings.openFiles()) {
            addOpenFiles(before, leaks);
        }
        if (settings.threads() || settings.daemonThreads()) {
            addThreads(before, settings, leaks);
        }
        return leaks;
    }

    private void addOffHeap(Holdings before, List<String> leaks) {
        Set<String> tags = new TreeSet<>(before.offHeapBytes.keySet());
        tags.addAll(offHeapBytes.keySet());
        for (String tag : tags) {
            long more = offHeapBytes.getOrDefault(tag, 0L) - before.offHeapBytes.getOrDefault(tag, 0L);
            if (more != 0) {
                leaks.add("off heap, owner " + tag + ": leakedBytes=" + more);
            }
        }
    }

    private void addOpenFiles(Holdings before, List<String> leaks) {
        openFiles.forEach((target, count) -> {
            int more = count - before.openFiles.getOrDefault(target, 0);
            if (more > 0) {
                leaks.add("open file " + target + (more == 1 ? "" : ", " + more + " times"));
            }
        });
    }

    private void addThreads(Holdings before, LeakFree settings, List<String> leaks) {
        for (Thread thread : threads) {
            boolean judged = thread.isDaemon() ? settings.daemonThreads() && !isOfTheJdk(thread) : settings.threads();
            if (judged && thread.isAlive() && !before.threads.contains(thread)) {
                leaks.add("thread " + thread.getName() + " (" + thread.getState() + at(thread) + ")");
            }
        }
    }

    private static String at(Thread thread) {
        StackTraceElement[] stack = thread.getStackTrace();
        return stack.length == 0 ? "" : " at " + stack[0].getClassName() + "." + stack[0].getMethodName() + ":" + stack[0].getLineNumber();
    }

    private static boolean isOfTheJdk(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return group == null || group.getParent() == null || thread.getName().startsWith(COMMON_POOL);
    }
}
