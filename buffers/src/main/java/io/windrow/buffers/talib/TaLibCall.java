package io.windrow.buffers.talib;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.RetCode;

/** A call of one of TA-Lib's batch functions, with its own signature. */
@FunctionalInterface
public interface TaLibCall {

    /**
     * Calls the function from index 0 to {@link TaLibWindow#end()}.
     *
     * @param core has the function.
     * @param in   the columns it takes in, oldest candle first.
     * @param out  where it writes what it gives: {@link TaLibFunction#begin()}, {@link TaLibFunction#count()} and its arrays.
     * @return what the function returned.
     */
    RetCode run(Core core, TaLibWindow in, TaLibFunction out);
}
