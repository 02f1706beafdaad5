package io.windrow.examples.ops;

import io.windrow.metrics.SourceLostException;
import io.windrow.metrics.watch.CollectionRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Asks another JVM for a full collection, through the {@code jcmd} of this one. */
final class JcmdCollection implements CollectionRequest {

    private static final long LIMIT_SECONDS = 60;

    private final long pid;

    JcmdCollection(long pid) {
        this.pid = pid;
    }

    @Override
    public void collect() {
        Path program = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        if (!Files.isExecutable(program)) {
            throw new SourceLostException("a collection needs jcmd, which a JDK has and this runtime has not: java.home="
                + System.getProperty("java.home"), null);
        }
        try {
            Process process = new ProcessBuilder(program.toString(), Long.toString(pid), "GC.run").redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            await(process);
        } catch (IOException e) {
            throw new SourceLostException("jcmd cannot be run: program=" + program, e);
        }
    }

    private void await(Process process) {
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new SourceLostException("the JVM does not answer: pid=" + pid + ", waitedSeconds=" + LIMIT_SECONDS, null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceLostException("interrupted: pid=" + pid, e);
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new SourceLostException("the JVM refuses a collection: pid=" + pid + ", jcmd ended with " + process.exitValue(), null);
        }
    }
}
