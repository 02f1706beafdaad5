package io.windrow.metrics.micrometer;

import io.micrometer.common.util.internal.logging.AbstractInternalLogger;

/** A line for each warning and error, and the trace of what was thrown. {@code {}} in a text is what is told. */
final class StandardErrorLogger extends AbstractInternalLogger {

    private static final long serialVersionUID = 1;
    private static final String PLACE = "{}";

    StandardErrorLogger(String name) {
        super(name);
    }

    private void say(String level, String text, Object... told) {
        StringBuilder line = new StringBuilder(level).append(' ').append(name()).append(": ");
        int from = 0;
        int next = 0;
        for (int place = text.indexOf(PLACE); place >= 0 && next < told.length; place = text.indexOf(PLACE, from)) {
            line.append(text, from, place).append(told[next++]);
            from = place + PLACE.length();
        }
        System.err.println(line.append(text, from, text.length()));
        if (told.length > 0 && told[told.length - 1] instanceof Throwable thrown) {
            thrown.printStackTrace();
        }
    }

    @Override
    public boolean isTraceEnabled() {
        return false;
    }

    @Override
    public void trace(String text) {
    }

    @Override
    public void trace(String text, Object told) {
    }

    @Override
    public void trace(String text, Object told, Object more) {
    }

    @Override
    public void trace(String text, Object... told) {
    }

    @Override
    public void trace(String text, Throwable thrown) {
    }

    @Override
    public boolean isDebugEnabled() {
        return false;
    }

    @Override
    public void debug(String text) {
    }

    @Override
    public void debug(String text, Object told) {
    }

    @Override
    public void debug(String text, Object told, Object more) {
    }

    @Override
    public void debug(String text, Object... told) {
    }

    @Override
    public void debug(String text, Throwable thrown) {
    }

    @Override
    public boolean isInfoEnabled() {
        return false;
    }

    @Override
    public void info(String text) {
    }

    @Override
    public void info(String text, Object told) {
    }

    @Override
    public void info(String text, Object told, Object more) {
    }

    @Override
    public void info(String text, Object... told) {
    }

    @Override
    public void info(String text, Throwable thrown) {
    }

    @Override
    public boolean isWarnEnabled() {
        return true;
    }

    @Override
    public void warn(String text) {
        say("warning", text);
    }

    @Override
    public void warn(String text, Object told) {
        say("warning", text, told);
    }

    @Override
    public void warn(String text, Object told, Object more) {
        say("warning", text, told, more);
    }

    @Override
    public void warn(String text, Object... told) {
        say("warning", text, told);
    }

    @Override
    public void warn(String text, Throwable thrown) {
        say("warning", text, thrown);
    }

    @Override
    public boolean isErrorEnabled() {
        return true;
    }

    @Override
    public void error(String text) {
        say("error", text);
    }

    @Override
    public void error(String text, Object told) {
        say("error", text, told);
    }

    @Override
    public void error(String text, Object told, Object more) {
        say("error", text, told, more);
    }

    @Override
    public void error(String text, Object... told) {
        say("error", text, told);
    }

    @Override
    public void error(String text, Throwable thrown) {
        say("error", text, thrown);
    }
}
