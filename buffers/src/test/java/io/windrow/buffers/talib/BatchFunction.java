package io.windrow.buffers.talib;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A public batch function of TA-Lib, found by reflection, with default parameters. */
record BatchFunction(Method method, boolean integers, int outputs) {

    /** For these TA-Lib puts its defaults. */
    private static final int DEFAULT_INTEGER = Integer.MIN_VALUE;
    private static final double DEFAULT_REAL = -4e37;

    /** All that take in columns of double; each has a twin for float. */
    static List<BatchFunction> all() {
        List<BatchFunction> all = new ArrayList<>();
        for (Method method : Core.class.getMethods()) {
            List<Class<?>> types = Arrays.asList(method.getParameterTypes());
            if (method.getReturnType() == RetCode.class && types.contains(double[].class) && !types.contains(float[].class)) {
                int outputs = types.size() - 1 - types.lastIndexOf(MInteger.class);
                all.add(new BatchFunction(method, types.get(types.size() - 1) == int[].class, outputs));
            }
        }
        all.sort(Comparator.comparing(BatchFunction::name));
        return all;
    }

    String name() {
        return method.getName();
    }

    TaLibFunction prepare(TaLibWindow candles) {
        TaLibCall call = (core, in, out) -> run(core, in.end(), columns(in), out.begin(), out.count(),
            output -> integers ? out.integers(output) : out.reals(output));
        return integers ? candles.integers(name(), outputs, call) : candles.function(name(), outputs, call);
    }

    static double[][] columns(TaLibWindow in) {
        return new double[][] {in.opens(), in.highs(), in.lows(), in.closes(), in.volumes()};
    }

    RetCode run(Core core, int end, double[][] columns, MInteger begin, MInteger count, Outputs into) {
        Class<?>[] types = method.getParameterTypes();
        Object[] arguments = new Object[types.length];
        arguments[0] = 0;
        arguments[1] = end;
        int firstOutput = types.length - outputs;
        int column = 0;
        for (int i = 2; i < firstOutput; i++) {
            arguments[i] = types[i] == double[].class ? columns[column++] : i == firstOutput - 2 ? begin : i == firstOutput - 1 ? count
                : parameter(types[i]);
        }
        for (int i = 0; i < outputs; i++) {
            arguments[firstOutput + i] = into.array(i);
        }
        try {
            return (RetCode) method.invoke(core, arguments);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("failed: " + method, e);
        }
    }

    private Object parameter(Class<?> type) {
        if (type == MAType.class) {
            return MAType.Sma;
        }
        // The parts of other functions, which have no defaults, take a period and a factor.
        boolean part = name().startsWith("TA_INT_");
        return type == int.class ? (Object) (part ? 10 : DEFAULT_INTEGER) : (Object) (part ? 0.2 : DEFAULT_REAL);
    }

    @Override
    public String toString() {
        return name();
    }

    /** Where an output goes. */
    interface Outputs {
        Object array(int output);
    }
}
