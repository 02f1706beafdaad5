package io.windrow.examples.run;

import io.windrow.buffers.memory.MemoryBudgetExceededException;
import io.windrow.metrics.micrometer.StandardErrorLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Starts an engine without a command line library: the arguments are a properties file and settings of the form {@code key=value}. */
public final class EngineMain {

    private EngineMain() {
    }

    /**
     * Runs an engine and ends the process with its exit code.
     *
     * @param args settings of the form {@code key=value}; the first argument may be a file.
     */
    public static void main(String[] args) {
        boolean file = args.length > 0 && args[0].indexOf('=') < 0;
        List<String> settings = List.of(args).subList(file ? 1 : 0, args.length);
        System.exit(run(file ? Path.of(args[0]) : null, settings));
    }

    /** Runs an engine; 0 to 4 as {@link ExitCode} has it. */
    static int run(Path file, List<String> given) {
        StandardErrorLog.install();
        try {
            RunSettings settings = RunConfig.read(file, given);
            try (TradingEngine engine = TradingEngine.open(settings)) {
                return run(engine, settings);
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            return say(e.getMessage(), ExitCode.WRONG_SETTINGS);
        } catch (MemoryBudgetExceededException | OutOfMemoryError e) {
            return say(e.getMessage(), ExitCode.NO_MEMORY);
        } catch (UncheckedIOException e) {
            return say(e.getMessage(), ExitCode.FAILED);
        }
    }

    private static int run(TradingEngine engine, RunSettings settings) {
        boolean quiet = settings.isTrue(RunKey.QUIET);
        if (!quiet) {
            System.out.println(settings.toText());
        }
        StopSignal signal = StopSignal.install(engine, settings.nanos(RunKey.STOP_LIMIT));
        int code = ExitCode.FAILED;
        try {
            EngineEnd end = engine.run(new EngineLog(System.out, quiet));
            System.out.print(end.report());
            code = end.exitCode();
        } catch (RuntimeException e) {
            say(e.toString(), code);
        } finally {
            signal.finished(code);
        }
        return code;
    }

    /** Prints the settings, or saves them; nothing runs. */
    static int print(Path file, List<String> given, Path save) {
        try {
            String text = RunConfig.read(file, given).toText();
            if (save == null) {
                System.out.print(text);
            } else {
                Files.writeString(save, text);
            }
            return ExitCode.DONE;
        } catch (IllegalArgumentException | ArithmeticException e) {
            return say(e.getMessage(), ExitCode.WRONG_SETTINGS);
        } catch (IOException e) {
            return say("settings must go to a file that can be written: file=" + save, ExitCode.WRONG_SETTINGS);
        }
    }

    private static int say(String message, int code) {
        System.err.println("windrow: " + message);
        return code;
    }
}
