/**
 * Runs any batch function of TA-Lib 0.4 on the candles of a window: for what the streaming indicators do not have. Needs
 * {@code com.tictactec:ta-lib:0.4.0}, which is an optional dependency; nothing else refers to this package.
 *
 * <p>A {@link io.windrow.buffers.talib.TaLibWindow} has the arrays that TA-Lib takes in, a {@link
 * io.windrow.buffers.talib.TaLibFunction} those that it writes. Both are made once and used again for each candle, or for one window
 * after another:
 * <pre>{@code
 * TaLibWindow candles = new TaLibWindow(200);
 * TaLibFunction bands = candles.function("bbands", 3, (core, in, out) -> core.bbands(0, in.end(), in.closes(), 20, 2, 2, MAType.Sma,
 *     out.begin(), out.count(), out.reals(0), out.reals(1), out.reals(2)));
 * TaLibFunction engulfing = candles.integers("cdlEngulfing", 1, (core, in, out) -> core.cdlEngulfing(0, in.end(),
 *     in.opens(), in.highs(), in.lows(), in.closes(), out.begin(), out.count(), out.integers(0)));
 * // a candle has closed
 * candles.load(window);
 * double upper = bands.run().value(0, 0);       // NaN until there are 20 candles
 * double pattern = engulfing.run().value(0, 0); // 100, 0 or -100
 * }</pre>
 *
 * <p>Costs. A run computes all candles of the window again: use {@link io.windrow.buffers.indicators} where it has the indicator. Averages
 * without an end, such as EMA, start at the oldest candle kept, so their values depend on the window's capacity.
 *
 * <p>Memory. A run allocates nothing but what the function itself does. Of TA-Lib's 160 functions 119 do not; these do, with their defaults
 * on 200 candles: 32 to 152 bytes {@code cdl3StarsInSouth}, {@code cdlCounterAttack}, {@code cdlPiercing}, {@code cdl3BlackCrows},
 * {@code sar}, {@code sarExt}, {@code cdl3LineStrike}, {@code cdlConcealBabysWall}, {@code cdlMatHold}, {@code cdlRiseFall3Methods},
 * {@code cdlKicking}, {@code cdlKickingByLength}, {@code cdlIdentical3Crows}, {@code cdlStalledPattern}, {@code ultOsc},
 * {@code cdl3WhiteSoldiers}, {@code cci}, {@code cdlAdvanceBlock}; 320 to 736 {@code htDcPeriod}, {@code htPhasor}, {@code mama},
 * {@code mfi}, {@code htDcPhase}, {@code htSine}, {@code htTrendMode}, {@code htTrendline}; arrays of the candles, 1,400 to 3,096,
 * {@code adxr}, {@code stoch}, {@code stochF}, {@code trix}, {@code atr}, {@code natr}, {@code apo}, {@code ppo},
 * {@code movingAverageVariablePeriod}, {@code macd}, {@code macdExt}, {@code macdFix}, {@code stochRsi}, {@code dema}, {@code tema}. The
 * averages that take a type of average allocate what that type does.
 *
 * <p>Names. TA-Lib's own way to call a function by its name, {@code com.tictactec.ta.lib.meta.CoreMetaData}, is not used: it keeps the
 * arguments of a function in one object for the whole process, and it drops the function's return code.
 */
package io.windrow.buffers.talib;
